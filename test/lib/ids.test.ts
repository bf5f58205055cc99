import { expect, test } from '@jest/globals'
import { newId } from '../../api/lib/ids.js'

test('ids sort as they were made, however many are made at once', () => {
  const ids = Array.from({ length: 20_000 }, () => newId('ord'))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted())
  expect(ids[0]).toMatch(/^ord_[0-7][0-9a-hjkmnp-tv-z]{25}$/)
})
