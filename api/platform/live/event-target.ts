import { createRedisEventTarget } from '@graphql-yoga/redis-event-target'
import { Redis } from 'ioredis'
import type { Log } from '../log.js'

/** Where hints go through, and how it is ended. */
export interface HintTarget {
  readonly target: EventTarget
  close(): void
}

/**
 * This process alone, or through Redis between several. What is lost on the way is only a hint: readers read the log, and
 * the next hint of the same subject catches them up.
 */
export function openHintTarget(redisUrl: string | undefined, log: Log): HintTarget {
  if (!redisUrl) return { target: new EventTarget(), close: () => undefined }
  const connect = () => {
    const client = new Redis(redisUrl, { maxRetriesPerRequest: null })
    client.on('error', (error) => log.warn({ err: error }, 'Redis is away; live readers wait'))
    return client
  }
  const [publishClient, subscribeClient] = [connect(), connect()]
  return {
    target: createRedisEventTarget({ publishClient, subscribeClient }) as EventTarget,
    close: () => {
      publishClient.disconnect()
      subscribeClient.disconnect()
    },
  }
}
