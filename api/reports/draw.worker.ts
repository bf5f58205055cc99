import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** A drawing to be made: SVG in, PNG of `width` pixels out. */
interface Order {
  readonly id: number
  readonly svg: string
  readonly width: number
}

/** Runs on a thread of its own, as a drawing takes 20 to 70 ms, in which nobody else would be served. */
const packages = createRequire(import.meta.url)
const ready = Promise.all([
  readFile(packages.resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm),
  readFile(packages.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
  readFile(packages.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
])

parentPort?.on('message', (order: Order) => {
  draw(order).then(
    (png) => parentPort?.postMessage({ id: order.id, png }, [png.buffer as ArrayBuffer]),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    (error: unknown) => parentPort?.postMessage({ id: order.id, error: String(error) }),
  )
})

async function draw({ svg, width }: Order): Promise<Uint8Array> {
  const [, ...fontBuffers] = await ready
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'DejaVu Sans', loadSystemFonts: false },
  })
  const image = drawing.render()
  const png = image.asPng()
  image.free()
  drawing.free()
  return png
}
