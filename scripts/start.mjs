import { build } from './build.mjs'

const [major] = process.versions.node.split('.').map(Number)
if (major < 22) {
  process.stderr.write(
    `Waybill needs Node 22 or newer, this is ${process.version}: run npm ci, which brings one.\n`,
  )
  process.exit(1)
}
if (!(await build({ fronts: true }))) process.exit(1)
// In this very process: the signal that npm passes on reaches the program with nobody in between.
await import('../dist/api/main.js')
