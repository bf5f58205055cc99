import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig, type Plugin, runnerImport } from 'vite'
import type * as asking from './src/data/every-operation.js'

/** Builds the back office into dist/admin, served by the program at /admin/. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react(), operationsBeside()],
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
  },
})

/** Writes `operations.json` beside the pages, the text of every operation that they can ask: the program knows these. */
function operationsBeside(): Plugin {
  return {
    name: 'operations-beside',
    apply: 'build',
    async generateBundle() {
      const file = join(import.meta.dirname, 'src/data/every-operation.ts')
      const { module } = await runnerImport<typeof asking>(file)
      const source = JSON.stringify(module.everyOperation(), null, 1)
      this.emitFile({ type: 'asset', fileName: 'operations.json', source })
    },
  }
}
