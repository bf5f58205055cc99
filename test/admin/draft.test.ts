import { expect, test } from '@jest/globals'
import { changed, EMPTY, withoutSent } from '../../admin/src/feed/draft.js'

const file = (key: number) => ({ key, name: `plan-${key}.pdf` })

test('whoever reads an answer is settled with its first word, whatever is written on the feed meanwhile', () => {
  const begun = changed(EMPTY, { body: 'T' }, 'BUYER')
  expect(changed(begun, { body: 'Thank you' }, 'PARTIES').readers).toBe('BUYER')
  expect(changed(EMPTY, { files: [file(1)] }, 'PARTIES').readers).toBe('PARTIES')
})

test('an answer that was taken back is begun anew, for whoever asked last by then; what was chosen stays chosen', () => {
  const begun = changed({ ...EMPTY, chosen: 'STAFF' }, { body: 'T' }, 'BUYER')
  expect(changed(begun, { body: '' }, 'PARTIES')).toMatchObject({ readers: undefined, chosen: 'STAFF' })
})

test('of a draft that was sent, what was written and attached meanwhile is left, for the same readers', () => {
  const sent = { ...EMPTY, body: 'At four.', files: [file(1)], chosen: 'STAFF' as const, sending: true }
  const now = { ...sent, body: 'At four. And bring the plan.', files: [file(1), file(2)] }
  expect(withoutSent(now, sent)).toEqual({
    ...EMPTY,
    body: 'And bring the plan.',
    files: [file(2)],
    chosen: 'STAFF',
    sending: false,
  })
  expect(withoutSent(sent, sent)).toEqual(EMPTY)
  expect(withoutSent({ ...sent, body: 'Something else' }, sent).body).toBe('Something else')
})
