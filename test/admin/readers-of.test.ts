import { expect, test } from '@jest/globals'
import { readersOf } from '../../admin/src/orders/readers-of.js'

type Entries = Parameters<typeof readersOf>[0]

const said = (kind: string, visibility: string, __typename = 'MessageEntry') =>
  ({ __typename, visibility, actor: { id: kind, kind, name: kind } }) as unknown as Entries[number]

test('an answer is for whoever could read what was asked last, whatever we noted since', () => {
  expect(readersOf([said('staff', 'STAFF'), said('member', 'PARTIES'), said('member', 'BUYER')])).toBe(
    'PARTIES',
  )
  expect(readersOf([said('member', 'BUYER'), said('member', 'PARTIES')])).toBe('BUYER')
})

test('where nobody outside our team has written, it is for the buyer', () => {
  expect(readersOf([])).toBe('BUYER')
  expect(readersOf([said('member', 'PARTIES', 'OrderEntry'), said('staff', 'PARTIES')])).toBe('BUYER')
})
