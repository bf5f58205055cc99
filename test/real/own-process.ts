import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'

/** A server of somebody else's that a test has started and will end. */
export interface OwnProcess {
  readonly pid: number
  /** What it has said so far, for a test that fails. */
  readonly said: () => string
  end(): Promise<void>
}

/** Starts a program; it ends with the test, by its own process id. */
export function startProcess(program: string, args: readonly string[]): OwnProcess {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (piece) => (said += String(piece)))
  child.stderr.on('data', (piece) => (said += String(piece)))
  child.on('error', (error) => (said += String(error)))
  const gone = once(child, 'exit')
  return { pid: child.pid ?? 0, said: () => said, end: () => endOf(child, gone) }
}

async function endOf(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const hard = setTimeout(() => child.kill('SIGKILL'), 3000)
  await gone
  clearTimeout(hard)
}

/** Waits until something listens on a port of this machine, or says what the program said instead. */
export async function untilListening(port: number, process: OwnProcess, ms = 60_000): Promise<void> {
  const end = performance.now() + ms
  while (!(await listens(port))) {
    if (performance.now() > end) throw new Error(`Nothing listens on ${port}: ${process.said()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
