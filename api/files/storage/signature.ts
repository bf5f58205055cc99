import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** What a signed address may be used for: one made for a download never uploads. */
export type Purpose = 'upload' | 'download'

/** Signs addresses and knows its own again. */
export interface Signer {
  /** The query that makes an address valid until `expiresAt`. */
  sign(purpose: Purpose, key: string, terms: Readonly<Record<string, string>>, expiresAt: Date): string
  /** The terms as they were signed; undefined where anything was changed, added, repeated or left out, or time is over. */
  verify(purpose: Purpose, key: string, query: string): ReadonlyMap<string, string> | undefined
}

/** A signer whose key is derived from the house's secret, for file addresses alone (HKDF, RFC 5869). */
export function signer(secret: string): Signer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'waybill file addresses', 32))
  const mac = (purpose: Purpose, of: string, pairs: readonly (readonly [string, string])[]) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, of, pairs]))
      .digest()
  return {
    sign(purpose, of, terms, expiresAt) {
      const pairs = sorted([...Object.entries(terms), ['expires', String(expiresAt.getTime())]])
      const signature = mac(purpose, of, pairs).toString('base64url')
      return new URLSearchParams([...pairs, ['signature', signature]]).toString()
    },
    verify(purpose, of, query) {
      const given = [...new URLSearchParams(query)]
      const pairs = given.filter(([name]) => name !== 'signature')
      const signatures = given.filter(([name]) => name === 'signature')
      const signature = Buffer.from(signatures[0]?.[1] ?? '', 'base64url')
      const expected = mac(purpose, of, sorted(pairs))
      // Every pair is under the signature, so that one more of a name is as wrong as one changed.
      if (signatures.length !== 1 || signature.length !== expected.length) return undefined
      if (!timingSafeEqual(signature, expected)) return undefined
      const terms = new Map(pairs)
      return Number(terms.get('expires')) > realTime() ? terms : undefined
    },
  }
}

/** The moment so many seconds from now, on the real clock: signed addresses never follow the sandbox's. */
export function secondsFromNow(seconds: number): Date {
  return new Date(realTime() + seconds * 1000)
}

function realTime(): number {
  // oxlint-disable-next-line no-restricted-properties -- signed addresses live on real time
  return Date.now()
}

function sorted(pairs: readonly (readonly [string, string])[]): [string, string][] {
  return pairs.map(([name, value]): [string, string] => [name, value]).sort(([a], [b]) => (a < b ? -1 : 1))
}
