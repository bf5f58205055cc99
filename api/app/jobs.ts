import { tellJob } from '../platform/events.js'
import type { Job } from '../platform/jobs.js'

/** Every kind of job there is; the queue of each is made at start. */
export const jobs = [tellJob] as unknown as readonly Job<never>[]
