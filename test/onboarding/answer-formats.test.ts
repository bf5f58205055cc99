import { describe, expect, test } from '@jest/globals'
import type { FormField, FormFieldKind } from '../../api/catalogue/form-field.js'
import { wrongFormat } from '../../api/onboarding/answer-formats.js'
import { draftProblems, submissionProblems, tidyAnswers } from '../../api/onboarding/answers.js'

function question(kind: FormFieldKind, more: Partial<FormField> = {}): FormField {
  const nothing = { help: null, options: [], accept: [], maxFiles: kind === 'FILE' ? 2 : 0 }
  return { key: 'q', label: 'Q', kind, required: true, ...nothing, ...more }
}

const OPTIONS = { options: ['Red', 'Blue'] }

const right: [FormFieldKind, string[], Partial<FormField>?][] = [
  ['SHORT_TEXT', ['Harbour Bakery']],
  ['LONG_TEXT', ['Bread.\nAnd cakes.']],
  ['EMAIL', ['clara@harbour-bakery.test']],
  ['URL', ['https://harbour-bakery.example/shop?x=1']],
  ['URL', ['http://bäckerei.example']],
  ['PHONE', ['+44 20 7946 0958']],
  ['PHONE', ['0049 (30) 555-0100']],
  ['NUMBER', ['-12.50']],
  ['NUMBER', ['1000']],
  ['DATE', ['2028-02-29']],
  ['YES_NO', ['no']],
  ['ONE_OF', ['Blue'], OPTIONS],
  ['MANY_OF', ['Blue', 'Red'], OPTIONS],
]

const wrong: [FormFieldKind, string[], Partial<FormField>?][] = [
  ['SHORT_TEXT', ['two\nlines']],
  ['EMAIL', ['clara@']],
  ['EMAIL', ['Clara <clara@bakery.test>']],
  ['URL', ['harbour-bakery.example']],
  ['URL', ['javascript:alert(1)']],
  ['URL', ['https://localhost']],
  ['PHONE', ['020 7946 0958']],
  ['PHONE', ['+1']],
  ['NUMBER', ['12 apples']],
  ['NUMBER', ['1e9']],
  ['DATE', ['2027-02-29']],
  ['DATE', ['1.3.2026']],
  ['YES_NO', ['true']],
  ['ONE_OF', ['Green'], OPTIONS],
  ['MANY_OF', ['Red', 'Red'], OPTIONS],
  ['FILE', ['brief.pdf']],
]

describe('an answer', () => {
  test.each(right)('to %s may be %j', (...[kind, value, more]) => {
    expect(wrongFormat(question(kind, more), value)).toBeUndefined()
  })

  test.each(wrong)('to %s may not be %j', (...[kind, value, more]) => {
    expect(wrongFormat(question(kind, more), value)).toEqual(expect.any(String))
  })
})

describe('a draft', () => {
  const fields = [question('EMAIL'), question('FILE', { key: 'logo' })]

  test('is kept in the order of the form, without edges and empty texts', () => {
    const two = [question('LONG_TEXT', { key: 'a' }), question('MANY_OF', { key: 'b', ...OPTIONS })]
    const given = [
      { key: 'b', value: ['Red', ' '] },
      { key: 'a', value: ['  bread '] },
    ]
    expect(tidyAnswers(two, given)).toEqual([
      { key: 'a', value: ['bread'] },
      { key: 'b', value: ['Red'] },
    ])
    expect(tidyAnswers(two, [{ key: 'a', value: [' '] }])).toEqual([])
  })

  test('may be half filled in, but not with halves of characters, many answers to one question, or many files', () => {
    expect(draftProblems(fields, [{ key: 'q', value: ['clara@'] }], [])).toEqual([])
    expect(draftProblems(fields, [{ key: 'q', value: ['\ud800'] }], [])).toMatchObject([
      { path: 'answers.q' },
    ])
    expect(draftProblems(fields, [{ key: 'q', value: ['a', 'b'] }], [])).toMatchObject([
      { path: 'answers.q' },
    ])
    const files = ['1', '2', '3'].map((fileId) => ({ key: 'logo', fileId }))
    expect(draftProblems(fields, [], files.slice(1))).toEqual([])
    expect(draftProblems(fields, [], files)).toMatchObject([{ path: 'files.logo' }])
    expect(draftProblems(fields, [], [files[0]!, files[0]!])).toMatchObject([{ path: 'files.logo' }])
  })

  test('can be submitted without what is not required', () => {
    const optional = fields.map((field) => ({ ...field, required: false }))
    expect(submissionProblems(optional, [], [])).toEqual([])
    expect(submissionProblems(fields, [], [])).toMatchObject([{ path: 'answers.q' }, { path: 'files.logo' }])
  })
})
