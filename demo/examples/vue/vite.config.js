import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const isCustomElement = (tag) => tag.startsWith('opus-');

// Vue leaves these elements to the browser.
export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});
