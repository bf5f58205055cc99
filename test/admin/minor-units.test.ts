import { expect, test } from '@jest/globals'
import { fromMinor, toMinor } from '../../admin/src/shared/minor-units.js'

test.each([
  ['123', 'EUR', '12300'],
  ['123.4', 'EUR', '12340'],
  ['123,45', 'EUR', '12345'],
  [' 0.01 ', 'EUR', '1'],
  ['0', 'EUR', '0'],
  ['0.1', 'EUR', '10'],
  ['999999999999.99', 'EUR', '99999999999999'],
  ['1500', 'JPY', '1500'],
  ['1.234', 'BHD', '1234'],
])('%s typed in %s is %s in minor units, to the last digit', (typed, currency, minor) => {
  expect(toMinor(typed, currency)).toBe(minor)
})

test.each([
  ['', 'EUR'],
  ['-1', 'EUR'],
  ['1.234', 'EUR'],
  ['1,234.50', 'EUR'],
  ['1e3', 'EUR'],
  ['0x10', 'EUR'],
  ['12 000', 'EUR'],
  ['1.5', 'JPY'],
  ['١٢', 'EUR'],
])('%j typed in %s is no amount', (typed, currency) => {
  expect(toMinor(typed, currency)).toBeUndefined()
})

test('what was typed reads back as it was', () => {
  for (const minor of ['0', '1', '10', '12345', '99999999999999'])
    expect(toMinor(fromMinor(minor, 'EUR'), 'EUR')).toBe(minor)
})
