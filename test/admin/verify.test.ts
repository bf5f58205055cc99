import { expect, test } from '@jest/globals'
import { formatMinor, withBalance } from '../../admin/src/orders/running-balance.js'
import { candidatesFor, suggestAll, type Person } from '../../admin/src/tasks/candidates.js'
import { toIssues, withNote } from '../../admin/src/verify/issue-draft.js'

const person = (
  id: string,
  skills: string[],
  openTaskCount: number,
  disabledAt: string | null = null,
): Person => ({
  id,
  name: id,
  staffRoles: ['FULFILMENT'],
  skills,
  openTaskCount,
  disabledAt,
})
const people = [
  person('ann', ['seo'], 2),
  person('bob', ['seo'], 1),
  person('cy', [], 0),
  person('di', ['seo'], 0, 'x'),
]

test('the fittest come first: skill, then the least load; who is disabled is not asked', () => {
  expect(candidatesFor(people, { role: 'FULFILMENT', skill: 'seo' }).map((one) => one.id)).toEqual([
    'bob',
    'ann',
    'cy',
  ])
})

test('work given out in one go is spread', () => {
  const needs = ['a', 'b', 'c'].map((key) => ({ key, role: 'FULFILMENT', skill: 'seo' }))
  expect(suggestAll(people, needs)).toEqual({ a: 'bob', b: 'ann', c: 'bob' })
  expect(suggestAll(people, [{ key: 'a', role: 'FULFILMENT', skill: 'law' }])).toEqual({})
})

test('marked places become issues on a field, a file or the whole', () => {
  const draft = { whole: 'Too short', 'field:about': 'Say more', 'file:fil_1': 'Blurred', 'field:x': ' ' }
  expect(toIssues(draft, () => 'logo')).toEqual([
    { note: 'Too short' },
    { fieldKey: 'about', note: 'Say more' },
    { fileId: 'fil_1', fieldKey: 'logo', note: 'Blurred' },
  ])
  expect(withNote(draft, 'whole', undefined)).not.toHaveProperty('whole')
})

test('a ledger runs a balance per account, in minor units', () => {
  const posting = (account: string, amount: string) => ({ account, amount: { amount } })
  const rows = withBalance([posting('held', '84900'), posting('held', '-5000'), posting('revenue', '5000')])
  expect(rows.map((row) => row.balance)).toEqual([84900n, 79900n, 5000n])
  expect(formatMinor(-9007199254740993n, 'USD', 'en')).toBe('-$90,071,992,547,409.93')
  expect(formatMinor(5n, 'USD', 'en')).toBe('$0.05')
})
