import { Worker } from 'node:worker_threads'

/** More than twice as many pixels as the picture is wide, for fine screens. */
const PIXELS = 1120
const LONGEST_MS = 20_000
/** A thread that nobody needs any more gives its memory back. */
const IDLE_MS = 15_000

interface Waiting {
  readonly done: (png: Buffer) => void
  readonly failed: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
  idle?: NodeJS.Timeout
}

let thread: Thread | undefined
let count = 0

/** Draws an SVG as PNG on a thread of its own, so that nobody else waits for it. Throws where that takes too long. */
export function drawPicture(svg: string): Promise<Buffer> {
  const at = (thread ??= start())
  const id = ++count
  clearTimeout(at.idle)
  return new Promise<Buffer>((done, refuse) => {
    const timer = setTimeout(() => end(at, new Error(`No picture within ${LONGEST_MS} ms`)), LONGEST_MS)
    const over = () => {
      clearTimeout(timer)
      at.waiting.delete(id)
      if (!at.waiting.size) at.idle = setTimeout(() => end(at, new Error('idle')), IDLE_MS).unref()
    }
    const failed = (error: Error) => {
      over()
      refuse(error)
    }
    at.waiting.set(id, { done: (png) => (over(), done(png)), failed })
    at.worker.ref()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    at.worker.postMessage({ id, svg, width: PIXELS })
  }).finally(() => {
    if (!at.waiting.size) at.worker.unref() // a thread that waits for work keeps no program alive
  })
}

function start(): Thread {
  const file = import.meta.url.endsWith('.ts') ? './draw.worker.ts' : './draw.worker.js'
  const started: Thread = { worker: new Worker(new URL(file, import.meta.url)), waiting: new Map() }
  started.worker.on('message', ({ id, png, error }: { id: number; png?: Uint8Array; error?: string }) => {
    const waiting = started.waiting.get(id)
    if (png) waiting?.done(Buffer.from(png.buffer, png.byteOffset, png.byteLength))
    else waiting?.failed(new Error(error ?? 'no picture'))
  })
  started.worker.on('error', (error) =>
    end(started, error instanceof Error ? error : new Error(String(error))),
  )
  return started
}

function end(ended: Thread, error: Error): void {
  if (thread === ended) thread = undefined
  clearTimeout(ended.idle)
  for (const { failed } of ended.waiting.values()) failed(error)
  clearTimeout(ended.idle)
  void ended.worker.terminate()
}
