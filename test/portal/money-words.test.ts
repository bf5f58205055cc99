import { expect, test } from '@jest/globals'
import { isByBank, operationWords } from '../../portal/src/words/money.js'

const refund = { when: '1 Dec 2026', failure: 'Refused.', nextTry: null, replaced: false, byBank: false }

test('a refund that was called off since the bank gave the money back is not called refused', () => {
  const { went } = operationWords.REFUND
  expect(went.FAILED(refund)).toMatch(/^Refused by the payment provider/)
  expect(went.FAILED({ ...refund, byBank: isByBank({ failureCode: 'charged_back' }) })).toBe(
    'Not sent: your bank has given you this money back.',
  )
  expect(isByBank({ failureCode: 'card_declined' })).toBe(false)
})
