/** How one contender's process talks to the benchmark: it says where it listens, and on asking what it has used. */
export interface Used {
  /** Processor time of this process since its start, in milliseconds. */
  readonly cpuMs: number
  /** Resident memory in bytes. */
  readonly rss: number
}

/** Tells the benchmark that this contender listens at an address, answers what it asks, and ends with it. */
export function serve(address: string, stop: () => Promise<void>): void {
  process.on('message', (asked) => {
    if (asked !== 'end') return process.send?.({ used: used() })
    void stop().finally(() => process.exit(0))
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ address })
}

function used(): Used {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() }
}
