import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type AccountsHouse, openAccountsHouse, post } from './accounts-house.js'

let at: AccountsHouse

beforeAll(async () => {
  at = await openAccountsHouse({ mode: 'production', publicUrl: 'https://waybill.example' })
})
afterAll(() => at?.close())

const origin = 'https://waybill.example'

test('behind https the cookie goes out over https only', async () => {
  const response = await post(
    at,
    'sign-in/email',
    { email: 'agency@demo.test', password: 'waybill-demo' },
    { origin },
  )
  expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-waybill\.session_token=.*Secure/)
})

test('guessing is slowed down, whatever address a caller claims to come from', async () => {
  const codes: number[] = []
  for (let i = 0; i < 12; i++) {
    const claims = { 'x-forwarded-for': `203.0.113.${i}`, 'x-waybill-address': `203.0.113.${i}`, origin }
    const response = await post(at, 'sign-in/magic-link', { email: `nobody${i}@demo.test` }, claims)
    codes.push(response.status)
  }
  expect(codes.filter((code) => code === 200).length).toBeLessThanOrEqual(10)
  expect(codes.at(-1)).toBe(429)
})
