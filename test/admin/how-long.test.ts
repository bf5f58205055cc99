import { expect, test } from '@jest/globals'
import { howLong } from '../../admin/src/charts/how-long.js'

test.each([
  [null, '–'],
  [0, '0 sec'],
  [59, '59 sec'],
  [60, '1 min'],
  [89, '1 min'],
  [3569, '59 min'],
  [3570, '1 hr'],
  [5400, '1.5 hr'],
  [36_000, '10 hr'],
  [47 * 3600, '47 hr'],
  [48 * 3600, '2 days'],
  [60 * 3600, '2.5 days'],
  [12.4 * 86_400, '12 days'],
])('%s seconds are said as %s', (seconds, words) => {
  expect(howLong(seconds, 'en')).toBe(words)
})

test('it is said in the language of whoever reads it', () => {
  expect(howLong(5400, 'de')).toBe('1,5 Std.')
})
