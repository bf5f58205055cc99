import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the back office into dist/admin, served by the program at /admin/. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react()],
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
  },
})
