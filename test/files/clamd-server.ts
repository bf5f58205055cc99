import { type AddressInfo, createServer, type Socket } from 'node:net'

/** How the server behaves: as clamd does, or as it does on a bad day. */
export type Mood = 'well' | 'error' | 'silent' | 'hangs-up' | 'slow'

/** A small server that speaks clamd's INSTREAM and PING; whatever holds the word `harmful` is found. */
export interface ClamdServer {
  readonly url: string
  mood: Mood
  /** How many streams it was sent, how many bytes of them it has read, and how many it has refused with an error. */
  readonly seen: { streams: number; bytes: number; refused: number }
  close(): Promise<void>
}

/** Starts it on a free port. */
export async function startClamd(): Promise<ClamdServer> {
  const open = new Set<Socket>()
  const seen = { streams: 0, bytes: 0, refused: 0 }
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    void answer(socket, clamd)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const clamd: ClamdServer = {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood: 'well',
    seen,
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return clamd
}

async function answer(socket: Socket, clamd: ClamdServer): Promise<void> {
  try {
    const read = reader(socket)
    const command = await read.untilNul()
    if (command === 'zPING') return void socket.end('PONG\0')
    clamd.seen.streams += 1
    if (clamd.mood === 'hangs-up') return void socket.destroy()
    const body = await bodyOf(read, clamd)
    if (clamd.mood === 'silent') return
    if (clamd.mood === 'error') {
      clamd.seen.refused += 1
      return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    }
    socket.end(body.includes('harmful') ? 'stream: Test.Harmful FOUND\0' : 'stream: OK\0')
  } catch {
    socket.destroy() // the other side hung up
  }
}

async function bodyOf(read: ReturnType<typeof reader>, { seen, mood }: ClamdServer): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (;;) {
    const length = (await read.bytes(4)).readUInt32BE()
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(await read.bytes(length))
    seen.bytes += length
    if (mood === 'slow') await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function reader(socket: Socket) {
  const source = socket.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>
  let waiting: Buffer[] = []
  let have = 0
  const more = async () => {
    const { value, done } = await source.next()
    if (done) throw new Error('gone')
    waiting.push(value)
    have += value.length
  }
  const take = (length: number) => {
    const all = Buffer.concat(waiting)
    waiting = [all.subarray(length)]
    have = all.length - length
    return all.subarray(0, length)
  }
  return {
    bytes: async (length: number) => {
      while (have < length) await more()
      return take(length)
    },
    untilNul: async () => {
      for (;;) {
        const at = Buffer.concat(waiting).indexOf(0)
        if (at >= 0)
          return take(at + 1)
            .subarray(0, at)
            .toString('latin1')
        await more()
      }
    },
  }
}
