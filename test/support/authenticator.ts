import { createHmac } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * What a person's authenticator app shows for a secret, `ahead` steps of 30 seconds from now. Written from RFC 6238 and
 * on its own, so that it is a check of ours.
 */
export function appShows(secret: string, ahead = 0, at = Date.now()): string {
  let bits = ''
  for (const letter of secret) bits += LETTERS.indexOf(letter).toString(2).padStart(5, '0')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeUInt32BE(Math.floor(at / 30_000) + ahead, 4)
  const hash = createHmac('sha1', key).update(counter).digest()
  const from = hash.at(-1)! & 0xf
  return String((hash.readUInt32BE(from) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}
