/**
 * Counts from now on what this process works, in milliseconds of its processor. What other programs of the machine
 * do does not count, as it would by the clock on the wall.
 */
export function worked(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
}

const TICK_MS = 50

/**
 * Counts from now on the milliseconds that go by for this process: while it gets no processor, or has no time for its
 * timers, none do. For promises that a timer of ours keeps, which on a busy machine is late itself.
 */
export function ownTime(): () => number {
  let ticks = 0
  setInterval(() => (ticks += 1), TICK_MS).unref()
  return () => ticks * TICK_MS
}
