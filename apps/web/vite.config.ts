import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { partsOf } from './field-parts.ts'

const apps = resolve(import.meta.dirname, '..')
const consolePage = resolve(apps, 'web/index.html')
const fieldPage = resolve(apps, 'field/index.html')
const fieldWorker = 'field-worker'

/**
 * Console and phone page are built together and served on one port: the console at /, the phone page under /field/.
 * The root is apps/, so the console's page has to be moved up from web/.
 */
function pagesOnOnePort(): Plugin {
  return {
    name: 'pages-on-one-port',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle['web/index.html']
      if (page) page.fileName = 'index.html'
      const worker = bundle['field/worker.js']
      if (worker?.type === 'chunk')
        worker.code = worker.code.replaceAll('FIELD_PARTS', JSON.stringify(partsOf(bundle, 'field/index.html')))
    },
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/'
        const isPage = request.headers.accept?.includes('text/html') && !path.includes('.')
        if (isPage) request.url = path.startsWith('/field') ? '/field/index.html' : '/web/index.html'
        next()
      })
    },
  }
}

export default defineConfig({
  root: apps,
  base: '/',
  appType: 'mpa',
  publicDir: false,
  plugins: [react(), pagesOnOnePort()],
  cacheDir: resolve(apps, '../.cache/vite'),
  build: {
    outDir: resolve(apps, '../dist/web'),
    emptyOutDir: true,
    // Data addresses would need their own entry in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { console: consolePage, field: fieldPage, [fieldWorker]: resolve(apps, 'field/worker.ts') },
      // A service worker is known by its address, so that one must not change with its content.
      output: { entryFileNames: ({ name }) => (name === fieldWorker ? 'field/worker.js' : 'assets/[name]-[hash].js') },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
