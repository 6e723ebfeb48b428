import { miniprogram } from 'miniprogram-phone/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({ plugins: [miniprogram()] });
