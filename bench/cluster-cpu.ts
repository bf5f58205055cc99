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
    const mine = Number(pid) === postmaster || Number(fields[1]) === postmaster
    return mine ? Number(fields[11]) + Number(fields[12]) : 0
  } catch {
    return 0 // it has just ended
  }
}
