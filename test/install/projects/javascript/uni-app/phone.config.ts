import { defineConfig } from 'miniprogram-phone';
import { listBackend } from './backend';

export default defineConfig({ root: 'dist/build/mp-weixin', handlers: listBackend() });
