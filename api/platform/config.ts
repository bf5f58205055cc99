import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type MailConfig, mailConfig, mailVariables } from './mail-settings.js'
import { paymentConfig, paymentVariables, type StripeConfig } from './payment-settings.js'
import { StartRefused } from './start-refused.js'
import { textConfig, textVariables, type TwilioConfig } from './text-settings.js'

/** A part of the program that one process may run: `web` answers, `worker` does what is due and queued. */
export type ServiceName = 'web' | 'worker'

/** A bucket for files, and how it is reached. */
export type S3Config = Readonly<{
  bucket: string
  /** Absent for Amazon's own. Browsers reach the bucket there, too. */
  endpoint: string | undefined
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Whether the bucket stands in the path instead of in the host's name. */
  pathStyle: boolean
}>

/** Everything that is configured, checked and frozen. */
export type Config = Readonly<{
  /** `sandbox` acts like the real thing with play money, kept mails and a movable clock. */
  mode: 'sandbox' | 'production'
  /** TCP port; 0 lets the system choose one. */
  port: number
  /** Absolute folder for what is kept between runs: database, files, secret. */
  home: string
  /** The application's connection; absent means that the program starts a PostgreSQL of its own. */
  databaseUrl: string | undefined
  /** The owner's connection, used by migrations only. */
  migrationUrl: string | undefined
  redisUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  mail: MailConfig
  /** Where people's browsers reach us, without a slash at the end. */
  publicUrl: string
  /** Signs sessions and links; at least 32 characters. */
  authSecret: string
  /** Whether admins and finance must prove a second factor, or may do without. */
  secondFactor: 'required' | 'optional'
  services: readonly ServiceName[]
  /** IANA zone in which Mon–Fri 09–17 is working time. */
  workingZone: string
  /** Days without working time, as YYYY-MM-DD in the working zone. */
  holidays: readonly string[]
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** The largest file that may be uploaded, in bytes. */
  fileLimitBytes: number
  /** Where files lie; absent means in a folder of `home`. */
  s3: S3Config | undefined
  /** Our fee on what a channel gets for a campaign, in basis points (hundredths of a percent). */
  feeBasisPoints: number
  /** The virus scanner; absent means that no file is scanned, and every file says so. */
  clamdUrl: string | undefined
  /** The payment provider; absent means play money, which production does not take. */
  stripe: StripeConfig | undefined
  /** The provider of texts; absent means that they are kept in the sandbox, and fail in production. */
  twilio: TwilioConfig | undefined
  /** What a caller may ask of one process in a minute: an operation is a point, and another for each hundred rows that it may give. */
  callerPoints: number
  /** How many sockets a caller may have open at one process. */
  callerSockets: number
  /** Connections for commands, and for readings. */
  commandPool: number
  readingPool: number
}>

/** The configuration of a house that has its database. */
export type HouseConfig = Config & Readonly<{ databaseUrl: string; migrationUrl: string }>

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the environment, the only place that does. `overrides` (from the command line) win over it.
 * Throws {@link StartRefused} with one sentence that names the first wrong variable.
 */
export function readConfig(env: Environment = process.env, overrides: Environment = {}): Config {
  const given = Object.entries({ ...env, ...overrides }).filter(([, value]) => value?.trim())
  const read = variables.safeParse(Object.fromEntries(given))
  if (!read.success) throw new StartRefused(sentence(read.error.issues[0], { ...env, ...overrides }))
  const value = read.data
  refuseCombinations(value)
  const home = resolve(value.WAYBILL_HOME)
  return Object.freeze({
    mode: value.WAYBILL_MODE,
    port: value.PORT,
    home,
    databaseUrl: value.DATABASE_URL,
    migrationUrl: value.MIGRATION_URL ?? value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    mail: mailConfig(value),
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    authSecret: value.AUTH_SECRET ?? keptSecret(home),
    secondFactor: value.SECOND_FACTOR ?? (value.WAYBILL_MODE === 'production' ? 'required' : 'optional'),
    services: Object.freeze([...new Set(value.SERVICES)]),
    workingZone: value.WORKING_ZONE,
    holidays: Object.freeze(value.HOLIDAYS),
    logLevel: value.LOG_LEVEL,
    fileLimitBytes: value.FILE_LIMIT_BYTES,
    s3: s3Of(value),
    feeBasisPoints: value.FEE_BASIS_POINTS,
    clamdUrl: value.CLAMD_URL,
    stripe: paymentConfig(value, value.WAYBILL_MODE),
    twilio: textConfig(value),
    callerPoints: value.CALLER_POINTS,
    callerSockets: value.CALLER_SOCKETS,
    commandPool: value.COMMAND_POOL,
    readingPool: value.READING_POOL,
  })
}

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`
  return z.string().regex(/^\d+$/, error).transform(Number).pipe(z.int(error).min(from, error).max(to, error))
}

const address = (protocol: RegExp, example: string) => {
  const error = `must be an address like ${example}`
  return z.url({ protocol, error })
}

const list = <T>(item: z.ZodType<T, string>) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item))

const variables = z.object({
  WAYBILL_MODE: z.enum(['sandbox', 'production'], 'must be sandbox or production').default('sandbox'),
  PORT: wholeNumber(0, 65_535).default(4000),
  WAYBILL_HOME: z.string().default('.waybill'),
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgres://user:password@host:5432/name').optional(),
  MIGRATION_URL: address(/^postgres(ql)?$/, 'postgres://owner:password@host:5432/name').optional(),
  REDIS_URL: address(/^rediss?$/, 'redis://host:6379').optional(),
  SMTP_URL: address(/^smtps?$/, 'smtp://user:password@host:587').optional(),
  MAIL_FROM: z.string().default('Waybill <no-reply@waybill.localhost>'),
  ...mailVariables,
  PUBLIC_URL: address(/^https?$/, 'https://waybill.example').optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SECOND_FACTOR: z.enum(['required', 'optional'], 'must be required or optional').optional(),
  SERVICES: list<ServiceName>(
    z.enum(['web', 'worker'], 'must be web, worker or both with a comma between'),
  ).default(['web', 'worker']),
  WORKING_ZONE: z.string().refine(isZone, 'must be a time zone like Europe/Berlin').default('UTC'),
  HOLIDAYS: list<string>(z.iso.date('must be days like 2026-12-25 with commas between')).default([]),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'must be trace, debug, info, warn, error or silent',
    )
    .default('info'),
  FILE_LIMIT_BYTES: wholeNumber(1, 1_000_000_000).default(26_214_400),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket, like waybill-files')
    .optional(),
  S3_ENDPOINT: address(/^https?$/, 'https://s3.example.com').optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be a region like eu-central-1')
    .optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PATH_STYLE: z.enum(['true', 'false'], 'must be true or false').optional(),
  CLAMD_URL: z
    .string()
    .regex(
      /^(tcp:\/\/[^/:]+:\d{1,5}|unix:\/\/\/.+)$/,
      'must be an address like tcp://clamd:3310 or unix:///run/clamav/clamd.ctl',
    )
    .optional(),
  FEE_BASIS_POINTS: wholeNumber(0, 10_000).default(1000),
  ...paymentVariables,
  ...textVariables,
  CALLER_POINTS: wholeNumber(1, 1_000_000_000).default(120_000),
  CALLER_SOCKETS: wholeNumber(1, 100_000).default(200),
  COMMAND_POOL: wholeNumber(1, 100).default(6),
  READING_POOL: wholeNumber(1, 100).default(4),
})

type Variables = z.infer<typeof variables>

// Secrets are never repeated on a screen.
const SECRET = /SECRET|ACCESS_KEY|TOKEN|_URL$/

function sentence(issue: z.core.$ZodIssue | undefined, env: Environment): string {
  const name = String(issue?.path[0])
  const value = SECRET.test(name) && name !== 'PUBLIC_URL' ? '' : `, but is "${env[name]}"`
  return `${name} ${issue?.message}${value}.`
}

function refuseCombinations(value: Variables): void {
  const split = new Set(value.SERVICES).size < 2
  if (split && !value.REDIS_URL) {
    throw new StartRefused(
      'Running web and worker in separate processes needs REDIS_URL; without it run both in one.',
    )
  }
  if (value.MIGRATION_URL && !value.DATABASE_URL) {
    throw new StartRefused('MIGRATION_URL is set but DATABASE_URL is not: set both, or neither.')
  }
  refuseHalfABucket(value)
  if (value.WAYBILL_MODE !== 'production') return
  if (!value.DATABASE_URL) throw new StartRefused('In production mode DATABASE_URL must be set.')
  if (!value.AUTH_SECRET) throw new StartRefused('In production mode AUTH_SECRET must be set.')
}

function refuseHalfABucket(value: Variables): void {
  const needed = ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  const given = [...needed, 'S3_ENDPOINT', 'S3_PATH_STYLE'] as const
  const first = given.find((name) => value[name] !== undefined)
  const missing = needed.find((name) => value[name] === undefined)
  if (first && missing)
    throw new StartRefused(
      `${first} is set but ${missing} is not: files lie in a bucket, or in WAYBILL_HOME.`,
    )
}

/** The bucket, where one was named; that nothing of it is missing was checked. */
function s3Of(value: Variables): S3Config | undefined {
  if (!value.S3_BUCKET) return undefined
  return Object.freeze({
    bucket: value.S3_BUCKET,
    endpoint: value.S3_ENDPOINT,
    region: value.S3_REGION ?? '',
    accessKeyId: value.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: value.S3_SECRET_ACCESS_KEY ?? '',
    pathStyle: value.S3_PATH_STYLE === 'true',
  })
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

// Made once, so that sessions and links outlive a restart.
function keptSecret(home: string): string {
  const file = join(home, 'auth.secret')
  try {
    mkdirSync(home, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST')
      throw new StartRefused(`The folder WAYBILL_HOME (${home}) cannot be written: ${code}.`)
  }
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartRefused(`The file ${file} cannot be read (${code}): start as the user who started first.`)
  }
}
