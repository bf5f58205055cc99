import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../api/platform/postgres/free-port.js'

const program = join(import.meta.dirname, '../../dist/api/main.js')
/** A start that takes longer hangs: it is no matter of a busy machine. */
const START_MS = 180_000

/** A whole Waybill (web and worker) in a process of its own that can be killed and started again at the same address. */
export interface Replica {
  readonly address: string
  /** `SIGKILL`: nothing is finished, nothing is told. */
  kill(): Promise<void>
  /** Starts it and waits until it says that it is ready. */
  start(): Promise<void>
  /** `SIGTERM`: what was begun is finished. */
  end(): Promise<void>
}

export async function replicaOn(url: string, home: string, secret: string): Promise<Replica> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  let child: ChildProcess | undefined
  const gone = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  return {
    address,
    kill: () => gone('SIGKILL'),
    end: () => gone('SIGTERM'),
    async start() {
      child = spawn(process.execPath, [program], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          PATH: process.env['PATH'],
          DATABASE_URL: url,
          WAYBILL_HOME: home,
          AUTH_SECRET: secret,
          PORT: String(port),
          LOG_LEVEL: 'silent',
        },
      })
      const end = performance.now() + START_MS
      while (performance.now() < end) {
        const ready = await fetch(`${address}/readyz`).then(
          (response) => response.ok,
          () => false,
        )
        if (ready) return
        if (child.exitCode !== null) throw new Error(`A replica ended by itself with ${child.exitCode}`)
        await pause(50)
      }
      const said = await fetch(`${address}/readyz`).then(
        (response) => response.text(),
        (error: unknown) => String(error),
      )
      throw new Error(`A replica was not ready within ${START_MS} ms: ${said}`)
    },
  }
}
