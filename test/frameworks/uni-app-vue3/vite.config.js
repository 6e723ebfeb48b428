import plugin from '@dcloudio/vite-plugin-uni';
import { defineConfig } from 'vite';

// The plugin is CommonJS: Node hands over its exports.
const uni = plugin.default ?? plugin;

export default defineConfig({ plugins: [uni()] });
