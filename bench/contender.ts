import autocannon from 'autocannon'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { clusterCpuMs } from './cluster-cpu.js'
import type { Used } from './servers/serve.js'

/** One server under test, in a process of its own. */
export interface Contender {
  readonly address: string
  used(): Promise<Used>
  end(): Promise<void>
}

/** What one round of requests has cost. Milliseconds. */
export interface Round {
  readonly cpu: number
  readonly databaseCpu: number
  readonly p50: number
  readonly p99: number
  readonly perSecond: number
  readonly rss: number
}

export interface Ask {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
}

/** Starts a server of `servers/` as a process of its own; with `profile`, its CPU profile is written to that folder. */
export async function startContender(
  name: string,
  env: Record<string, string>,
  profile?: string,
): Promise<Contender> {
  const file = join(import.meta.dirname, 'servers', `${name}.js`)
  const execArgv = profile
    ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${name}.cpuprofile`]
    : []
  const child = fork(file, {
    env: { ...process.env, ...env },
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { address } = await told<{ address: string }>(child)
  return {
    address,
    async used() {
      child.send('used')
      return (await told<{ used: Used }>(child)).used
    },
    async end() {
      if (child.exitCode !== null) return
      child.send('end')
      await once(child, 'exit')
    },
  }
}

function told<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('A server under test has ended'))
    child.once('exit', gone)
    child.once('message', (message) => {
      child.off('exit', gone)
      resolve(message as T)
    })
  })
}

/** Sends so many requests over so many connections, the given ones in turn. Throws where one is not answered with 200. */
export async function measure(
  server: Contender,
  asks: Ask[],
  amount: number,
  connections: number,
  postmaster: number,
): Promise<Round> {
  await setTimeout(200) // what the round before has set going comes to rest
  const [before, database] = [await server.used(), clusterCpuMs(postmaster)]
  const { latency, duration, errors, non2xx } = await autocannon({
    url: server.address,
    connections,
    amount,
    requests: asks,
  })
  const [after, databaseAfter] = [await server.used(), clusterCpuMs(postmaster)]
  if (errors || non2xx) throw new Error(`${errors} errors and ${non2xx} refusals`)
  return {
    cpu: (after.cpuMs - before.cpuMs) / amount,
    databaseCpu: (databaseAfter - database) / amount,
    p50: latency.p50,
    p99: latency.p99,
    perSecond: amount / duration,
    rss: after.rss,
  }
}
