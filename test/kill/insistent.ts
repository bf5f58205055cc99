import { setTimeout as pause } from 'node:timers/promises'
import { DEMO_PASSWORD } from '../../api/accounts/demo-accounts.js'

const PATIENCE_MS = 120_000

/** Somebody who asks again, with the same key, until they are answered: as a good client does whose server was killed. */
export interface Insistent {
  readonly ask: (document: string, variables: Record<string, unknown>) => Promise<Record<string, never>>
  /** How many answers were acknowledged, and how many questions had to be asked again. */
  readonly counts: { answered: number; repeated: number }
}

/** `addresses` are tried in turn; a session holds at all of them. */
export async function insistent(addresses: readonly string[], email: string): Promise<Insistent> {
  const counts = { answered: 0, repeated: 0 }
  let at = 0
  const insist = async <T>(call: (address: string) => Promise<T | undefined>): Promise<T> => {
    const end = performance.now() + PATIENCE_MS
    while (performance.now() < end) {
      const address = addresses[at % addresses.length]!
      const answer = await call(address).catch((error: unknown) => {
        if (error instanceof Refused) throw error
        return undefined
      })
      if (answer !== undefined) {
        counts.answered++
        return answer
      }
      counts.repeated++
      at++
      await pause(100)
    }
    throw new Error(`${email} was not answered within ${PATIENCE_MS} ms`)
  }
  const cookie = await insist(async (address) => {
    const response = await fetch(`${address}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ email, password: DEMO_PASSWORD }),
      signal: AbortSignal.timeout(10_000),
    })
    const given = response.headers.getSetCookie().map((line) => line.split(';')[0])
    return response.ok ? given.join('; ') : undefined
  })
  return {
    counts,
    ask: (query, variables) =>
      insist(async (address) => {
        const response = await fetch(`${address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify({ query, variables }),
          signal: AbortSignal.timeout(10_000),
        })
        const { data, errors } = (await response.json()) as Answer
        const code = errors?.[0]?.extensions.code
        if (code === 'BUSY') return undefined
        if (errors?.length) throw new Refused(`${email} was refused: ${code} ${errors[0]!.message}`)
        return data!
      }),
  }
}

/** Not worth asking again: it fails the test. */
class Refused extends Error {}

interface Answer {
  data?: Record<string, never>
  errors?: { message: string; extensions: { code: string } }[]
}
