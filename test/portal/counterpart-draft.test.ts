import { describe, expect, test } from '@jest/globals'
import { emptyCounterpart, inputOf, missingIn } from '../../portal/src/pages/outreach/counterpart-draft.js'

describe('with whom an appointment is, as it is typed', () => {
  const typed = { ...emptyCounterpart(), name: ' Paula Seller ', email: '', phone: '' }

  test.each([
    ['0049 (30) 901-820', '+4930901820'],
    ['+44 20 7946.0018', '+442079460018'],
    ['030 901820', '030901820'],
    ['  ', null],
  ])('a telephone typed as “%s” is sent as %s', (phone, sent) => {
    expect(inputOf({ ...typed, phone }).phone).toBe(sent)
  })

  test('blanks around words are no part of them, and an empty field is none', () => {
    expect(inputOf({ ...typed, email: ' paula@seller.test ' })).toMatchObject({
      name: 'Paula Seller',
      email: 'paula@seller.test',
      phone: null,
    })
  })

  test('a name and one way to reach them are needed; a number without its country is said to be wrong', () => {
    expect(Object.keys(missingIn(typed))).toEqual(['email'])
    expect(missingIn({ ...typed, phone: '+4930901820' })).toEqual({})
    expect(missingIn({ ...typed, email: 'paula@seller.test' })).toEqual({})
    expect(Object.keys(missingIn({ ...typed, name: ' ', phone: '030 901820' }))).toEqual(['name', 'phone'])
  })
})
