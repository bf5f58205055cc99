import type { House } from './context.js'
import type { Attempt, JobKind } from './job-queue.js'

/** A kind of work done after the commit that asked for it, again and again until it succeeds or is given up. */
export interface Job<T extends object> extends JobKind<T> {
  readonly run: (house: House, data: T, attempt: Attempt) => Promise<void>
}

/** Declares a job; its handler must be safe to run twice. */
export function job<T extends object>(spec: {
  name: string
  retries?: number
  expires?: number
  workers?: number
  run: Job<T>['run']
}): Job<T> {
  return { retries: 8, expires: 30, ...spec }
}

/** Starts this process's workers, one for each kind of job. */
export async function workOn(house: House, jobs: readonly Job<never>[]): Promise<void> {
  for (const kind of jobs)
    await house.jobs.work(kind, (data, attempt) => kind.run(house, data as never, attempt))
}
