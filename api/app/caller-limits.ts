import { type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../lib/refusal.js'
import type { Viewer } from '../lib/viewer.js'
import type { HouseConfig } from '../platform/config.js'
import type { Ctx } from '../platform/context.js'
import { costOf } from './limits.js'

const MINUTE_SECONDS = 60
/** An operation that is not taken costs its looking over. */
export const IN_VAIN = 20

/** Who asks and where from: a caller has one account, over HTTP, sockets and event streams together. */
interface Caller {
  readonly viewer: Viewer
  readonly address: string
}

/** What is left of a caller's points, and in how many seconds all of them are back. */
interface Rate {
  readonly limit: number
  readonly remaining: number
  readonly reset: number
}

/** How much each caller may ask of this process, in points a minute and in open sockets and event streams. */
export interface CallerLimits {
  /** @refuses RATE_LIMITED with `retryAfter`, as an error that HTTP answers with 429 */
  take(caller: Caller, points: number): Promise<Rate>
  /** Takes what is there, and refuses nothing. */
  fine(caller: Caller, points: number): Promise<void>
  /** How many of both may be open. */
  readonly sockets: number
}

/** Fresh accounts for everybody. */
export function callerLimits({ callerPoints, callerSockets }: HouseConfig): CallerLimits {
  const accounts = new RateLimiterMemory({ points: callerPoints, duration: MINUTE_SECONDS })
  return {
    sockets: callerSockets,
    async take(caller, points) {
      try {
        const { remainingPoints, msBeforeNext } = await accounts.consume(nameOf(caller), points)
        return { limit: callerPoints, remaining: remainingPoints, reset: seconds(msBeforeNext) }
      } catch (error) {
        if (error instanceof RateLimiterRes) throw tooMuch(seconds(error.msBeforeNext))
        throw error
      }
    },
    fine: async (caller, points) => void (await accounts.penalty(nameOf(caller), points)),
  }
}

/** Whoever is signed in is the same wherever they are; strangers are told apart by their address. */
export function nameOf({ viewer, address }: Caller): string {
  return viewer.kind === 'anonymous' ? `from:${address}` : `${viewer.kind}:${viewer.id}`
}

/** Takes what an operation may cost before it runs, and tells it with what is left: in headers and in `extensions`. */
export function callersPay(limits: CallerLimits): ApolloServerPlugin<Ctx> {
  return {
    async requestDidStart() {
      let paid: (Rate & { cost: number }) | undefined
      return {
        async didEncounterErrors({ operation, contextValue }) {
          if (!operation) await limits.fine(contextValue, IN_VAIN)
        },
        async didResolveOperation({ schema, document, operation, contextValue }) {
          if (!operation) return
          const cost = costOf(schema, document, operation)
          paid = { cost, ...(await limits.take(contextValue, cost)) }
        },
        async willSendResponse({ response: { http, body } }) {
          if (!paid) return
          for (const [name, value] of Object.entries(paid))
            http.headers.set(name === 'cost' ? 'operation-cost' : `ratelimit-${name}`, String(value))
          if (body.kind === 'single')
            body.singleResult.extensions = { ...body.singleResult.extensions, rate: paid }
        },
      }
    },
  }
}

function tooMuch(retryAfter: number): GraphQLError {
  const refusal = new Refusal('RATE_LIMITED', undefined, { retryAfter })
  const http = { status: 429, headers: new HeaderMap([['retry-after', String(retryAfter)]]) }
  const error = new GraphQLError(refusal.message, { originalError: refusal })
  Object.assign(error.extensions, { http })
  return error
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000))
}
