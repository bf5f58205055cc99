import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10

/** Processor time of PostgreSQL's processes so far, in milliseconds; 0 where the system does not tell (not Linux). */
export function clusterCpuMs(postmaster: number): number {
  if (process.platform !== 'linux') return 0
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => sum + ticksOf(pid, postmaster) * TICK_MS, 0)
}

function ticksOf(pid: string, postmaster: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const own = Number(fields[11]) + Number(fields[12])
    if (Number(pid) === postmaster) return own + Number(fields[13]) + Number(fields[14]) // with those that have ended
    return Number(fields[1]) === postmaster ? own : 0
  } catch {
    return 0 // it has just ended
  }
}
