import { createHmac, randomInt } from 'node:crypto'

/** Letters and digits that nobody takes for one another. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const CODES = 10
const LETTERS = 10

/** Fresh backup codes: shown to their person once, and kept as hashes. Each is good once. */
export function newBackupCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const letters = Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
    return `${letters.slice(0, 5)}-${letters.slice(5)}`
  })
}

/** The form in which a backup code is kept: keyed by the house's secret, so that the table alone tells nothing. */
export function hashBackupCode(code: string, secret: string): string {
  const plain = code.toLowerCase().replace(/[^0-9a-z]/g, '')
  return createHmac('sha256', `backup code ${secret}`).update(plain).digest('base64url')
}
