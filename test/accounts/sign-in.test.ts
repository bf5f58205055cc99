import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { disableStaff } from '../../api/accounts/staff.js'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import {
  type AccountsHouse,
  cookieOf,
  openAccountsHouse,
  post,
  signedIn,
  staffWith,
} from './accounts-house.js'

let at: AccountsHouse

beforeAll(async () => {
  at = await openAccountsHouse()
})
afterAll(() => at?.close())

const who = (cookie: string) => viewerOf(at.signIn, new Headers({ cookie }))

async function mailTo(email: string) {
  for (let i = 0; i < 100; i++) {
    const found = at.mailed.find((mail) => mail.email === email)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`No link was mailed to ${email}`)
}

const tokenOf = (url: string) => new URLSearchParams(new URL(url).hash.slice(1)).get('token')!

describe('by password', () => {
  test('a right one opens a session in a cookie that scripts cannot read', async () => {
    const response = await post(at, 'sign-in/email', { email: 'agency@demo.test', password: 'waybill-demo' })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: true })
    const [cookie] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^waybill\.session_token=.*HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(await who(cookieOf(response))).toMatchObject({
      kind: 'member',
      organisations: [at.demo.agency],
      owned: [at.demo.agency],
    })
  })

  test('a wrong one and an unknown address answer alike', async () => {
    const wrong = await post(at, 'sign-in/email', { email: 'agency@demo.test', password: 'wrong-password' })
    const unknown = await post(at, 'sign-in/email', { email: 'nobody@demo.test', password: 'wrong-password' })
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()])
    expect(wrong.status).toBe(401)
    expect(cookieOf(wrong)).toBe('')
  })

  test('nobody signs up by themselves, and only the paths that are needed exist', async () => {
    for (const path of [
      'sign-up/email',
      'update-user',
      'change-email',
      'delete-user',
      'request-password-reset',
    ]) {
      const response = await post(at, path, { email: 'new@demo.test', password: 'waybill-demo', name: 'New' })
      expect([path, response.status]).toEqual([path, 404])
    }
  })

  test('a form of another site is not taken', async () => {
    const form = await fetch(`${at.url}/api/auth/sign-in/email`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'agency@demo.test', password: 'waybill-demo' }),
    })
    expect(form.status).toBe(415)
    const foreign = await post(
      at,
      'sign-out',
      {},
      { cookie: await signedIn(at, 'agency@demo.test'), origin: 'https://evil.example' },
    )
    expect(foreign.status).toBe(403)
  })

  test('signing out ends the session on our side, too', async () => {
    const cookie = await signedIn(at, 'client@demo.test')
    expect((await who(cookie)).kind).toBe('member')
    expect((await post(at, 'sign-out', {}, { cookie })).status).toBe(200)
    expect((await who(cookie)).kind).toBe('anonymous')
  })
})

describe('by a mailed link', () => {
  test('it works once, by POST, from the page that the mail names', async () => {
    const asked = await post(at, 'sign-in/magic-link', {
      email: 'channel@demo.test',
      callbackURL: '/portal/orders',
    })
    expect(asked.status).toBe(200)
    const { url } = await mailTo('channel@demo.test')
    expect(url).toMatch(new RegExp(`^${at.url}/portal/magic-link#token=.*to=%2Fportal%2Forders$`))
    const token = tokenOf(url)
    expect((await fetch(`${at.url}/api/auth/magic-link/verify?token=${token}`)).status).toBe(404)
    const redeemed = await post(at, 'magic-link/verify', { token })
    expect([redeemed.status, await redeemed.json()]).toEqual([200, { status: true }])
    expect(await who(cookieOf(redeemed))).toMatchObject({ kind: 'member', owned: [at.demo.channel] })
    const again = await post(at, 'magic-link/verify', { token })
    expect([again.status, (await again.json()) as object]).toMatchObject([401, { code: 'LINK_ENDED' }])
  })

  test('its token is nowhere in the database', async () => {
    await post(at, 'sign-in/magic-link', { email: 'support@demo.test' })
    const { url } = await mailTo('support@demo.test')
    const kept = await at.rows<{ row: string }>(`select v::text as row from auth.verification v`)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.some(({ row }) => row.includes(tokenOf(url)))).toBe(false)
  })

  test('an unknown address gets the same answer and no mail', async () => {
    const before = at.mailed.length
    const known = await post(at, 'sign-in/magic-link', { email: 'finance@demo.test' })
    const unknown = await post(at, 'sign-in/magic-link', { email: 'nobody@demo.test' })
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])
    await mailTo('finance@demo.test')
    expect(at.mailed.length).toBe(before + 1)
  })
})

describe('who calls', () => {
  test('each kind is told apart', async () => {
    expect(await who(await signedIn(at, 'admin@demo.test'))).toMatchObject({
      kind: 'staff',
      roles: ['ADMIN'],
    })
    expect(await who(await signedIn(at, 'fulfilment@demo.test'))).toMatchObject({
      kind: 'staff',
      skills: ['copywriting', 'listings', 'seo'],
    })
    expect(await who(await signedIn(at, 'client@demo.test'))).toMatchObject({
      kind: 'member',
      organisations: [at.demo.clients[0]!.id],
      owned: [],
    })
    expect(await who('')).toMatchObject({ kind: 'anonymous' })
  })

  test('a cookie whose signature is not ours is nobody', async () => {
    const cookie = await signedIn(at, 'admin@demo.test')
    const [name, value] = cookie.split('=') as [string, string]
    const token = decodeURIComponent(value).split('.')[0]!
    for (const forged of [
      token,
      `${token}.`,
      `${token}.AAAA`,
      `${token}.${Buffer.alloc(32).toString('base64')}`,
      '%',
      '',
    ]) {
      expect(await who(`${name}=${encodeURIComponent(forged)}`)).toMatchObject({ kind: 'anonymous' })
    }
    expect(await who(`${name}=%E0%A4%A`)).toMatchObject({ kind: 'anonymous' })
  })

  test('a disabled person is nobody at once and cannot come back', async () => {
    const cookie = await signedIn(at, 'fulfilment3@demo.test')
    const id = at.demo.staff['fulfilment3@demo.test']!
    await at.as(staffWith(at.demo.staff['admin@demo.test']!, 'ADMIN'), (tx) => disableStaff(tx, { id }))
    expect(await who(cookie)).toMatchObject({ kind: 'anonymous' })
    expect(
      await at.rows(
        `select from auth.session s join users u on u.auth_user_id = s."userId" where u.id = $1`,
        id,
      ),
    ).toHaveLength(0)
    expect(at.released).toEqual([id])
    const wrong = await post(at, 'sign-in/email', { email: 'nobody@demo.test', password: 'waybill-demo' })
    const right = await post(at, 'sign-in/email', {
      email: 'fulfilment3@demo.test',
      password: 'waybill-demo',
    })
    expect([right.status, await right.text()]).toEqual([wrong.status, await wrong.text()])
    expect(cookieOf(right)).toBe('')
  })
})
