import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// oxlint-disable-next-line node/no-process-env -- the tool's own file: it never reaches the page
const API = process.env['WAYBILL_URL'] ?? 'http://localhost:4000'

/** Builds to dist/portal, served by the API under /portal/; in development the API's paths are passed on to WAYBILL_URL. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/portal/',
  plugins: [react()],
  build: { outDir: '../dist/portal', emptyOutDir: true, assetsInlineLimit: 0 },
  server: {
    proxy: {
      '/graphql': { target: API, ws: true },
      '/api': API,
      '/files': API,
    },
  },
})
