import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { readConfig } from '../../api/platform/config.js'

const home = mkdtempSync(join(tmpdir(), 'waybill-config-'))
const secret = 'a secret of more than thirty-two characters'

afterAll(() => rmSync(home, { recursive: true, force: true }))

test('nothing configured is a sandbox with both services on port 4000', () => {
  const config = readConfig({ WAYBILL_HOME: home })
  expect(config).toMatchObject({
    mode: 'sandbox',
    port: 4000,
    publicUrl: 'http://localhost:4000',
    services: ['web', 'worker'],
    databaseUrl: undefined,
    workingZone: 'UTC',
  })
  expect(Object.isFrozen(config)).toBe(true)
})

test('the secret is made once and only its owner may read it', () => {
  const first = readConfig({ WAYBILL_HOME: home }).authSecret
  expect(readConfig({ WAYBILL_HOME: home }).authSecret).toBe(first)
  expect(readFileSync(join(home, 'auth.secret'), 'utf8')).toBe(first)
  expect(statSync(join(home, 'auth.secret')).mode & 0o777).toBe(0o600)
})

test('an empty variable is one that is not set', () => {
  expect(readConfig({ WAYBILL_HOME: home, PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4000 })
})

test.each([
  [{ PORT: '99999' }, 'PORT must be a whole number from 0 to 65535, but is "99999".'],
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535, but is "http".'],
  [
    { DATABASE_URL: 'nonsense' },
    'DATABASE_URL must be an address like postgres://user:password@host:5432/name.',
  ],
  [
    { PUBLIC_URL: 'ftp://x' },
    'PUBLIC_URL must be an address like https://waybill.example, but is "ftp://x".',
  ],
  [{ SERVICES: 'web,cook' }, 'SERVICES must be web, worker or both with a comma between, but is "web,cook".'],
  [{ WORKING_ZONE: 'Mars' }, 'WORKING_ZONE must be a time zone like Europe/Berlin, but is "Mars".'],
  [
    { HOLIDAYS: '25.12.2026' },
    'HOLIDAYS must be days like 2026-12-25 with commas between, but is "25.12.2026".',
  ],
  [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must have at least 32 characters.'],
  [
    { SERVICES: 'web' },
    'Running web and worker in separate processes needs REDIS_URL; without it run both in one.',
  ],
  [
    { S3_BUCKET: 'files', S3_REGION: 'eu' },
    'S3_BUCKET is set but S3_ACCESS_KEY_ID is not: files lie in a bucket, or in WAYBILL_HOME.',
  ],
  [
    { S3_ENDPOINT: 'https://s3.test' },
    'S3_ENDPOINT is set but S3_BUCKET is not: files lie in a bucket, or in WAYBILL_HOME.',
  ],
  [{ S3_BUCKET: 'Files' }, 'S3_BUCKET must be the name of a bucket, like waybill-files, but is "Files".'],
  [{ S3_PATH_STYLE: 'yes' }, 'S3_PATH_STYLE must be true or false, but is "yes".'],
  [
    { CLAMD_URL: 'http://clamd:3310' },
    'CLAMD_URL must be an address like tcp://clamd:3310 or unix:///run/clamav/clamd.ctl.',
  ],
  [{ WAYBILL_MODE: 'production' }, 'In production mode DATABASE_URL must be set.'],
  [
    { WAYBILL_MODE: 'production', DATABASE_URL: 'postgres://u:p@localhost/w' },
    'In production mode AUTH_SECRET must be set.',
  ],
])('%j is refused with one sentence', (env, sentence) => {
  expect(() => readConfig({ WAYBILL_HOME: home, ...env })).toThrow(new Error(sentence))
})

test('production with everything named is accepted, and the owner may be another role', () => {
  const config = readConfig({
    WAYBILL_HOME: home,
    WAYBILL_MODE: 'production',
    AUTH_SECRET: secret,
    DATABASE_URL: 'postgres://app:p@localhost/w',
    MIGRATION_URL: 'postgres://owner:p@localhost/w',
    HOLIDAYS: '2026-12-25, 2026-12-26',
  })
  expect(config).toMatchObject({
    mode: 'production',
    authSecret: secret,
    holidays: ['2026-12-25', '2026-12-26'],
  })
  expect(config.migrationUrl).toContain('owner')
})

const STRIPE = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_a, whsec_b' }

test('a payment provider has a key and a secret for each address of its webhooks', () => {
  expect(readConfig({ WAYBILL_HOME: home }).stripe).toBeUndefined()
  expect(readConfig({ WAYBILL_HOME: home, ...STRIPE }).stripe).toEqual({
    secretKey: 'sk_test_1',
    webhookSecrets: ['whsec_a', 'whsec_b'],
    apiBase: undefined,
  })
})

test.each([
  [
    { STRIPE_SECRET_KEY: 'sk_test_1' },
    'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together: set both, or neither.',
  ],
  [
    { ...STRIPE, STRIPE_SECRET_KEY: 'pk_test_1' },
    'STRIPE_SECRET_KEY must be a secret key like sk_live_… or rk_live_….',
  ],
  [
    { ...STRIPE, STRIPE_WEBHOOK_SECRET: 'secret' },
    'STRIPE_WEBHOOK_SECRET must be secrets like whsec_… with commas between.',
  ],
  [{ STRIPE_API_BASE: 'http://localhost:1' }, 'STRIPE_API_BASE is set but STRIPE_SECRET_KEY is not.'],
  [
    { ...STRIPE, STRIPE_SECRET_KEY: 'sk_live_1' },
    'STRIPE_SECRET_KEY moves real money: that is for WAYBILL_MODE=production alone.',
  ],
])('%j is refused, and no secret is repeated', (env, sentence) => {
  expect(() => readConfig({ WAYBILL_HOME: home, ...env })).toThrow(sentence)
})

const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'b'.repeat(32),
  TWILIO_FROM: '+14155550100',
}

test('a provider of texts has an account, a token and somebody whom texts come from', () => {
  expect(readConfig({ WAYBILL_HOME: home }).twilio).toBeUndefined()
  expect(readConfig({ WAYBILL_HOME: home, ...TWILIO }).twilio).toEqual({
    accountSid: TWILIO.TWILIO_ACCOUNT_SID,
    authToken: TWILIO.TWILIO_AUTH_TOKEN,
    from: '+14155550100',
    apiBase: undefined,
  })
})

test.each([
  [
    { ...TWILIO, TWILIO_FROM: '' },
    'TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM go together: set all three, or none.',
  ],
  [
    { ...TWILIO, TWILIO_FROM: 'Waybill' },
    'TWILIO_FROM must be a number like +14155550100 or a messaging service like MG…, but is "Waybill".',
  ],
  [{ ...TWILIO, TWILIO_AUTH_TOKEN: 'secret' }, 'TWILIO_AUTH_TOKEN must be a token of 32 digits and letters.'],
  [{ TWILIO_API_BASE: 'http://localhost:1' }, 'TWILIO_API_BASE is set but TWILIO_ACCOUNT_SID is not.'],
])('%j is refused, and no token is repeated', (env, sentence) => {
  expect(() => readConfig({ WAYBILL_HOME: home, ...env })).toThrow(sentence)
})
