import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { matchingStep, totpCode } from '../../api/accounts/totp.js'
import { appShows } from '../support/authenticator.js'
import { type Caller, signedIn } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

const ADMIN = 'admin@demo.test'
const FINANCE = 'finance@demo.test'

let world: World
beforeAll(async () => {
  world = await openWorld({ SECOND_FACTOR: 'required' })
})
afterAll(() => world?.close())

/** Takes one step of the second factor by a caller's session. */
async function step(
  caller: Caller,
  name: string,
  code?: string,
): Promise<{
  status: number
  code?: string
  secret?: string
  uri?: string
  backupCodes?: string[]
  retryAfter?: number
}> {
  const response = await fetch(`${world.address}/api/auth/second-factor/${name}`, {
    method: 'POST',
    headers: { ...caller.headers, 'content-type': 'application/json', origin: world.address },
    body: JSON.stringify({ code }),
  })
  return { ...((await response.json()) as object), status: response.status }
}

const WHO = '{ viewer { kind secondFactor user { id email } } }'
const who = async (caller: Caller) => (await caller.ask(WHO))['viewer']
const session = (email: string) => signedIn(world.address, email)
const idOf = async (email: string) =>
  (await world.rows<{ id: string }>('select id from users where email = $1', [email]))[0]!.id
const story = async (email: string) =>
  (
    await world.rows<{ type: string }>(
      `select type from events where stream_id = $1 and type ~ 'factor|backup|signed|sign-in' order by sequence`,
      [await idOf(email)],
    )
  ).map(({ type }) => type)

/** Somebody with a fresh second factor: their secret, their backup codes, and the session in which they set it up. */
async function enrolled(email: string) {
  await world.rows(
    `delete from auth."secondFactor" where "userId" = (select auth_user_id from users where email = $1)`,
    [email],
  )
  const caller = await session(email)
  const { secret } = await step(caller, 'set-up')
  const { backupCodes } = await step(caller, 'confirm', appShows(secret!))
  await world.rows(`update auth."secondFactor" set "lastStep" = 0`) // as if that had been a while ago
  return { caller, secret: secret!, backupCodes: backupCodes! }
}

describe('a code', () => {
  const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

  test('is what RFC 6238 says', () => {
    const shown = [59, 1_111_111_109, 20_000_000_000].map((at) => appShows(SECRET, 0, at * 1000))
    expect(shown).toEqual(['287082', '081804', '353130'])
    expect([59, 1_111_111_109].map((at) => totpCode(SECRET, Math.floor(at / 30)))).toEqual(shown.slice(0, 2))
  })

  test('is taken one step early or late, and not two', () => {
    const now = 1_111_111_109_000
    const steps = [-2, -1, 0, 1, 2].map((ahead) => matchingStep(SECRET, appShows(SECRET, ahead, now), now))
    const present = Math.floor(now / 30_000)
    expect(steps).toEqual([undefined, present - 1, present, present + 1, undefined])
    expect(matchingStep(SECRET, '', now)).toBeUndefined()
  })
})

describe('until it is set up', () => {
  test.each([ADMIN, FINANCE])('%s may do nothing but that, over HTTP and sockets', async (email) => {
    const caller = await session(email)
    expect(await who(caller)).toEqual({ kind: 'ANONYMOUS', secondFactor: 'SET_UP', user: null })
    for (const question of [
      '{ orders { nodes { id } } }',
      '{ staff { nodes { id } } }',
      '{ mails { nodes { id } } }',
    ])
      expect((await caller.refused(question)).code).toBe('SECOND_FACTOR_REQUIRED')
    const following = caller.follow('subscription { queueChanged { myTasks } }')
    await expect(following.until((seen) => seen.length > 0)).rejects.toThrow('SECOND_FACTOR_REQUIRED')
    await following.stop()
  })

  test('a mailed link opens no more than a password does', async () => {
    await fetch(`${world.address}/api/auth/sign-in/magic-link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: world.address },
      body: JSON.stringify({ email: ADMIN }),
    })
    const link = await mailed(ADMIN)
    const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token')
    const response = await fetch(`${world.address}/api/auth/magic-link/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: world.address },
      body: JSON.stringify({ token }),
    })
    const cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const answer = await fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: '{ viewer { kind secondFactor } orders { nodes { id } } }' }),
    })
    const { data, errors } = (await answer.json()) as {
      data: { viewer: object }
      errors: { extensions: { code: string } }[]
    }
    expect(data?.viewer ?? { kind: 'ANONYMOUS' }).toMatchObject({ kind: 'ANONYMOUS' })
    expect(errors[0]!.extensions.code).toBe('SECOND_FACTOR_REQUIRED')
  })

  test('others of the team, and customers, work as ever', async () => {
    for (const email of ['support@demo.test', 'fulfilment@demo.test', 'agency@demo.test'])
      expect(await who(await session(email))).toMatchObject({ secondFactor: 'NOT_ASKED', user: { email } })
  })
})

test('it is set up with a code of the app, and the session has its rights', async () => {
  const caller = await session(ADMIN)
  const begun = await step(caller, 'set-up')
  expect(begun).toMatchObject({ status: 200, secret: expect.stringMatching(/^[A-Z2-7]{32}$/) })
  expect(begun.uri).toBe(
    `otpauth://totp/Waybill:admin%40demo.test?secret=${begun.secret}&issuer=Waybill&algorithm=SHA1&digits=6&period=30`,
  )
  expect(await step(caller, 'confirm', '000000')).toMatchObject({ status: 400, code: 'VALIDATION' })
  expect((await who(caller)).kind).toBe('ANONYMOUS')
  const done = await step(caller, 'confirm', appShows(begun.secret!))
  expect(done.status).toBe(200)
  expect(done.backupCodes).toHaveLength(10)
  expect(await who(caller)).toMatchObject({ kind: 'STAFF', secondFactor: 'PROVEN', user: { email: ADMIN } })
  expect((await step(caller, 'set-up')).code).toBe('INVALID_TRANSITION')
  const [kept] = await world.rows<{ kept: string }>(`select f::text as kept from auth."secondFactor" f`)
  for (const secret of [begun.secret!, ...done.backupCodes!]) expect(kept!.kept).not.toContain(secret)
  expect(await story(ADMIN)).toEqual(
    expect.arrayContaining(['person.signed-in', 'person.factor-refused', 'person.factor-set-up']),
  )
})

describe('at the next sign-in', () => {
  test('it is asked for, and a code is good once, in one session alone', async () => {
    const { secret } = await enrolled(FINANCE)
    const [one, two] = [await session(FINANCE), await session(FINANCE)]
    expect(await who(one)).toMatchObject({ kind: 'ANONYMOUS', secondFactor: 'PROVE' })
    const code = appShows(secret)
    const answers = await Promise.all([step(one, 'prove', code), step(two, 'prove', code)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
    const kinds = await Promise.all([one, two].map(async (caller) => (await who(caller)).kind))
    expect(new Set(kinds)).toEqual(new Set(['ANONYMOUS', 'STAFF']))
    expect((await step(one, 'prove', appShows(secret, -1))).code).toBe('VALIDATION')
  })

  test('the app may run ahead of us by a step', async () => {
    const { secret } = await enrolled(FINANCE)
    const caller = await session(FINANCE)
    const ahead = appShows(secret, 1).replace(/^.../, '$& ')
    expect((await step(caller, 'prove', ahead)).status).toBe(200)
    expect((await step(caller, 'prove', appShows(secret))).code).toBe('VALIDATION')
  })

  test('a backup code opens once, whatever its case; new ones end the old', async () => {
    const { secret, backupCodes } = await enrolled(FINANCE)
    const caller = await session(FINANCE)
    expect((await step(caller, 'prove', backupCodes[0]!.toUpperCase())).status).toBe(200)
    expect((await who(caller)).kind).toBe('STAFF')
    expect((await step(await session(FINANCE), 'prove', backupCodes[0])).code).toBe('VALIDATION')
    const fresh = await step(caller, 'backup-codes', appShows(secret))
    expect(fresh.backupCodes).toHaveLength(10)
    expect((await step(await session(FINANCE), 'prove', backupCodes[1])).code).toBe('VALIDATION')
    expect((await step(await session(FINANCE), 'prove', fresh.backupCodes![1])).status).toBe(200)
  })

  test('five wrong codes close it for a quarter of an hour, to the right one too', async () => {
    const { secret } = await enrolled(FINANCE)
    const caller = await session(FINANCE)
    const codes: (string | undefined)[] = []
    for (let tries = 0; tries < 5; tries++) codes.push((await step(caller, 'prove', '000000')).code)
    expect(codes).toEqual(['VALIDATION', 'VALIDATION', 'VALIDATION', 'VALIDATION', 'RATE_LIMITED'])
    const right = await step(await session(FINANCE), 'prove', appShows(secret))
    expect([right.status, right.code]).toEqual([429, 'RATE_LIMITED'])
    expect(right.retryAfter).toBeGreaterThan(800)
    expect((await story(FINANCE)).slice(-3)).toEqual([
      'person.factor-refused',
      'person.factor-locked',
      'person.signed-in',
    ])
    await world.rows(`update auth."secondFactor" set "lockedUntil" = now() where "lockedUntil" is not null`)
    expect((await step(caller, 'prove', appShows(secret))).status).toBe(200)
  })
})

const RESET = 'mutation($id: ID!, $r: String!) { resetSecondFactor(id: $id, reason: $r) { hasSecondFactor } }'

test('another admin resets it: the sessions end, and a new one is set up', async () => {
  const { caller: finance } = await enrolled(FINANCE)
  const { caller: admin } = await enrolled(ADMIN)
  const following = finance.follow('subscription { queueChanged { myTasks } }')
  await following.until((seen) => seen.length > 0)
  const [id, own] = [await idOf(FINANCE), await idOf(ADMIN)]
  expect((await admin.refused(RESET, { id: own, r: 'Lost' })).code).toBe('FORBIDDEN')
  expect((await admin.refused(RESET, { id, r: ' ' })).code).toBe('VALIDATION')
  expect((await finance.refused(RESET, { id: own, r: 'Lost' })).code).toBe('FORBIDDEN')
  const { resetSecondFactor } = await admin.ask(RESET, { id, r: 'The telephone was lost' })
  expect(resetSecondFactor.hasSecondFactor).toBe(false)
  expect(await following.closed).toBe(4403)
  expect(await who(finance)).toMatchObject({ kind: 'ANONYMOUS', secondFactor: 'NOT_ASKED' })
  expect((await who(await session(FINANCE))).secondFactor).toBe('SET_UP')
  expect((await admin.refused(RESET, { id, r: 'Again' })).code).toBe('INVALID_TRANSITION')
})

test('an admin cannot do without; support may, and takes it away with a code', async () => {
  const { caller: admin, secret } = await enrolled(ADMIN)
  expect((await step(admin, 'remove', appShows(secret))).code).toBe('FORBIDDEN')
  const support = await enrolled('support@demo.test')
  expect((await who(await session('support@demo.test'))).secondFactor).toBe('PROVE')
  expect((await step(support.caller, 'remove', '000000')).code).toBe('VALIDATION')
  expect((await step(support.caller, 'remove', appShows(support.secret))).status).toBe(200)
  expect((await who(await session('support@demo.test'))).secondFactor).toBe('NOT_ASKED')
})

test('its steps want a session, JSON, and a page of ours', async () => {
  expect(await step(world.caller(), 'set-up')).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' })
  const { headers } = await session(ADMIN)
  const send = (extra: Record<string, string>) =>
    fetch(`${world.address}/api/auth/second-factor/set-up`, {
      method: 'POST',
      headers: { ...headers, ...extra },
      body: '{}',
    })
  expect((await send({ 'content-type': 'text/plain' })).status).toBe(415)
  expect((await send({ 'content-type': 'application/json', origin: 'https://evil.example' })).status).toBe(
    403,
  )
})

test('a wrong password is written into the log of whom it was tried on, and nobody else', async () => {
  const before = await world.rows('select id from events')
  for (const email of ['agency@demo.test', 'nobody@demo.test'])
    await expect(signedIn(world.address, email, 'not-the-password')).rejects.toThrow('401')
  await until(async () => (await story('agency@demo.test')).at(-1) === 'person.sign-in-refused')
  expect(await world.rows('select id from events')).toHaveLength(before.length + 1)
})

async function mailed(email: string): Promise<string> {
  let link: string | undefined
  await until(async () => {
    link = (await world.inbox(email)).find((mail) => mail.template === 'sign-in-link')?.links[0]
    return link !== undefined
  })
  return link!
}

async function until(true_: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 8000
  while (!(await true_())) {
    if (performance.now() > end) throw new Error('It did not come to be')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
