const UNITS = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 } as const

/**
 * Milliseconds of an ISO-8601 duration of days and less (`P2D`, `PT48H`, `PT1H30M`): trade windows are absolute, so
 * months and years, which have no one length, are not taken. Undefined where the text is no such duration.
 */
export function durationMs(iso: string): number | undefined {
  const match = /^P(?=.)(?:(\d{1,6})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/.exec(iso)
  if (!match) return undefined
  const [, d, h, m, s] = match
  return (
    Number(d ?? 0) * UNITS.D + Number(h ?? 0) * UNITS.H + Number(m ?? 0) * UNITS.M + Number(s ?? 0) * UNITS.S
  )
}

/** The moment that lies an ISO-8601 duration after another. */
export function after(start: Date, iso: string): Date {
  const ms = durationMs(iso)
  if (ms === undefined) throw new Error(`Not a duration: ${iso}`)
  return new Date(start.getTime() + ms)
}
