import { once } from 'node:events'
import { connect, type NetConnectOpts, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { Scanner, Verdict } from './scanner.js'

const CHUNK = 64 * 1024
const ANSWER_LONGEST = 4096
const PING_MS = 2000

export interface ClamdOptions {
  /** How long it may stay silent, in milliseconds: a minute by default. */
  readonly idleMs?: number
}

/**
 * The daemon of ClamAV at `tcp://host:port` or `unix:///path`, asked over its own protocol. It gets the file as a stream
 * in pieces and never sees a path of ours. Source: clamd(8), commands INSTREAM and PING.
 */
export function openClamd(url: string, { idleMs = 60_000 }: ClamdOptions = {}): Scanner {
  const where = placeOf(url)
  return {
    scan: async (body) => {
      try {
        return verdictOf(await ask(where, idleMs, (socket) => sendStream(socket, body)))
      } finally {
        body.destroy()
      }
    },
    reachable: async () => {
      try {
        return (await ask(where, PING_MS, async (socket) => void socket.write('zPING\0'))) === 'PONG'
      } catch {
        return false
      }
    },
  }
}

function placeOf(url: string): NetConnectOpts {
  const { protocol, hostname, port, pathname } = new URL(url)
  return protocol === 'unix:'
    ? { path: decodeURIComponent(pathname) }
    : { host: hostname, port: Number(port) }
}

/** Sends on a connection of its own and waits for the one answer, which ends with a NUL. */
async function ask(
  where: NetConnectOpts,
  idleMs: number,
  send: (socket: Socket) => Promise<void>,
): Promise<string> {
  const socket = connect(where)
  try {
    return await new Promise<string>((resolve, reject) => {
      let heard = ''
      socket.setTimeout(idleMs, () => reject(new Error('clamd is silent')))
      socket.on('error', reject)
      socket.on('close', () => reject(new Error('clamd hung up without an answer')))
      socket.on('data', (piece) => {
        heard += piece.toString('latin1')
        if (heard.includes('\0')) resolve(heard.slice(0, heard.indexOf('\0')))
        else if (heard.length > ANSWER_LONGEST) reject(new Error('clamd answers without an end'))
      })
      send(socket).catch(reject)
    })
  } finally {
    socket.destroy()
  }
}

/** Each piece goes with its length before it; a length of zero is the end. Waits where clamd reads slower than we do. */
async function sendStream(socket: Socket, body: Readable): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const chunk of body as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += CHUNK) {
      const piece = chunk.subarray(at, at + CHUNK)
      if (socket.destroyed) return
      socket.write(lengthOf(piece.length))
      if (!socket.write(piece)) await drainedOrClosed(socket)
    }
  }
  socket.write(lengthOf(0))
}

async function drainedOrClosed(socket: Socket): Promise<void> {
  const ended = new AbortController()
  const { signal } = ended
  try {
    await Promise.race([once(socket, 'drain', { signal }), once(socket, 'close', { signal })])
  } finally {
    ended.abort()
  }
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { found: null }
  const finding = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (finding) return { found: finding }
  throw new Error(`clamd gave no verdict: ${answer}`)
}
