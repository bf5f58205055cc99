import { expect, test } from '@jest/globals'
import { timeLeft } from '../../admin/src/shared/time-left.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [48 * HOUR, '2 d'],
  [48 * HOUR - 1, '1 d 23 h'],
  [12 * HOUR, '12 h'],
  [90 * MINUTE, '1 h 30 min'],
  [59 * MINUTE, '59 min'],
  [45_000, '45 s'],
])('with %d ms to go, %s are left', (ms, text) => {
  expect(timeLeft(ms, 0)).toEqual({ ms, text, late: false })
})

test('the window is shut at its very moment, and what has passed is counted from there', () => {
  expect(timeLeft(HOUR, HOUR)).toEqual({ ms: 0, text: '0 s', late: true })
  expect(timeLeft(HOUR, 3 * HOUR)).toMatchObject({ text: '2 h', late: true })
})
