/** How many days a chart goes back, today included. */
export const DAYS = 30

/** In which a chart is asked again though nothing happened: a new day may have begun where the team works. */
export const AGAIN_MS = 30 * 60_000
