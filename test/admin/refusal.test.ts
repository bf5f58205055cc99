import { expect, test } from '@jest/globals'
import { readRefusal } from '../../admin/src/data/refusal.js'

const stale = { message: 'Changed meanwhile.', extensions: { code: 'STALE_VERSION', current: 7 } }

test('a refusal is read from an answer with status 200, with another status, and wrapped once more', () => {
  const read = { code: 'STALE_VERSION', message: 'Changed meanwhile.', params: { current: 7 }, fields: {} }
  expect(readRefusal({ message: 'x', graphQLErrors: [stale] })).toEqual(read)
  expect(readRefusal({ message: 'x', networkError: { result: { errors: [stale] } } })).toEqual(read)
  expect(readRefusal({ message: 'x', body: { graphQLErrors: [stale] } })).toEqual(read)
})

test('wrong input is known field by field', () => {
  const fields = [{ path: 'email', message: 'is not an address' }]
  const error = { message: 'email: is not an address', extensions: { code: 'VALIDATION', fields } }
  expect(readRefusal({ graphQLErrors: [error] }).fields).toEqual({ email: 'is not an address' })
})

test('what is no answer at all is unreachable', () => {
  expect(readRefusal(new TypeError('Failed to fetch')).code).toBe('UNREACHABLE')
})
