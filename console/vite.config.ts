import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { mockOffice } from './dev/mock-office.ts';
import { serviceWorker, shellFiles } from './shell/offline/shell-files.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** React and its companions change rarely: a chunk of their own stays in the browser's cache. */
const frame = /node_modules\/(react|react-dom|scheduler|react-router|@tanstack)\//;

export default defineConfig({
  root: here,
  base: '/console/',
  // Vite's own JSX; nothing here needs a plugin.
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [shellFiles(), ...(process.env['HUIYIN_MOCK'] === '1' ? [mockOffice()] : [])],
  server: {
    proxy: { '/api': { target: process.env['HUIYIN_SERVER'] ?? 'http://127.0.0.1:3000' } },
  },
  build: {
    outDir: fileURLToPath(new URL('../dist/console', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: true,
    // One inlined file in CSS would be a data: font or picture; the server's policy allows images.
    assetsInlineLimit: 2048,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: `${here}index.html`,
        [serviceWorker]: `${here}shell/offline/${serviceWorker}.ts`,
      },
      output: {
        // A service worker rules the folder that it lies in: it has no hash and lies on top.
        entryFileNames: ({ name }) =>
          name === serviceWorker ? `${serviceWorker}.js` : 'assets/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'frame', test: frame }] },
      },
      // antd marks its files for servers that render React; a bundle for browsers needs no mark.
      onwarn: (warning, report) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') report(warning);
      },
    },
  },
});
