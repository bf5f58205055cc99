import { describe, expect, test } from '@jest/globals'
import type { BlueprintStep } from '../../api/catalogue/blueprint-step.js'
import { blueprintProblems, keysInCircles } from '../../api/catalogue/blueprint-problems.js'
import { changedKinds, formProblems, tidyForm } from '../../api/catalogue/form-problems.js'
import type { FormField } from '../../api/catalogue/form-field.js'
import { question, step } from './a-service.js'

const form = (...fields: object[]) => ({ title: 'A form', intro: '', fields: fields as FormField[] })
const many = (count: number) => Array.from({ length: count }, (_, i) => question(`q${i}`))

describe('a form', () => {
  test('that is whole has nothing against it', () => {
    const whole = form(
      question('name'),
      question('logo', { kind: 'FILE', accept: ['image/png', '.pdf', 'image/*'], maxFiles: 20 }),
      question('region', { kind: 'MANY_OF', options: ['Here', 'There'] }),
      question('about', { kind: 'LONG_TEXT', help: 'In your own words.\nTake your time.' }),
    )
    expect(formProblems(whole)).toEqual([])
  })

  test.each<[string, object, string[]]>([
    ['has no title', { ...form(question('name')), title: '' }, ['title']],
    ['has too long an introduction', { ...form(question('name')), intro: 'x'.repeat(2001) }, ['intro']],
    ['asks nothing', form(), ['fields']],
    ['asks too much', form(...many(61)), ['fields']],
    ['names two answers alike', form(question('name'), question('name')), ['fields.1.key']],
    ['names an answer with a space', form(question('my name')), ['fields.0.key']],
    ['names an answer with a number first', form(question('1st')), ['fields.0.key']],
    ['does not say what it asks', form(question('name', { label: '' })), ['fields.0.label']],
    ['asks on two lines', form(question('name', { label: 'One\ntwo' })), ['fields.0.label']],
    ['explains at length', form(question('name', { help: 'x'.repeat(501) })), ['fields.0.help']],
    ['gives no choice', form(question('way', { kind: 'ONE_OF' })), ['fields.0.options']],
    ['gives one choice', form(question('way', { kind: 'ONE_OF', options: ['a'] })), ['fields.0.options']],
    [
      'gives a choice twice',
      form(question('a'), question('way', { kind: 'MANY_OF', options: ['Yes', 'yes'] })),
      ['fields.1.options.1'],
    ],
    [
      'gives an empty choice',
      form(question('way', { kind: 'MANY_OF', options: ['Yes', '', 'No'] })),
      ['fields.0.options.1'],
    ],
    ['takes no file', form(question('logo', { kind: 'FILE', maxFiles: 0 })), ['fields.0.maxFiles']],
    ['takes too many files', form(question('logo', { kind: 'FILE', maxFiles: 21 })), ['fields.0.maxFiles']],
    [
      'takes files of a type that cannot be uploaded',
      form(
        question('logo', { kind: 'FILE', accept: ['image/png', 'application/x-msdownload'], maxFiles: 1 }),
      ),
      ['fields.0.accept'],
    ],
    ['has a control character in it', form(question('name', { label: 'Na\u0000me' })), ['fields.0.label']],
  ])('that %s is refused at its field', (_what, wrong, paths) => {
    expect(formProblems(wrong as never).map((problem) => problem.path)).toEqual(paths)
  })

  test('is kept without edges, and of each question only what its kind has', () => {
    const { title, fields } = tidyForm({
      title: ' A form ',
      intro: ' ',
      fields: [
        question('name', { label: ' Name? ', help: ' ', options: ['a'], accept: ['image/png'], maxFiles: 3 }),
      ] as FormField[],
    })
    expect({ title, fields }).toEqual({ title: 'A form', fields: [question('name', { label: 'Name?' })] })
  })

  test('gives a key to another kind of answer only under another name', () => {
    const known = [
      { key: 'logo', kind: 'FILE', version: 2 },
      { key: 'name', kind: 'SHORT_TEXT', version: 1 },
    ] as const
    const fields = [question('name', { kind: 'LONG_TEXT' }), question('logo')] as FormField[]
    expect(changedKinds(fields, known)).toEqual([
      {
        path: 'fields.1.key',
        message: 'a key of its own: in version 2 `logo` asked for another kind of answer',
      },
    ])
  })
})

describe('a blueprint', () => {
  const paths = (...steps: object[]) => blueprintProblems(steps as BlueprintStep[]).map((p) => p.path)

  test('that is whole has nothing against it', () => {
    expect(paths(step('a'), step('b', { dependsOn: ['a'] }), step('c', { dependsOn: ['a', 'b'] }))).toEqual(
      [],
    )
  })

  test.each<[string, object[], string[]]>([
    ['has no step', [], ['steps']],
    ['has too many steps', Array.from({ length: 51 }, (_, i) => step(`s${i}`)), ['steps']],
    ['names two steps alike', [step('a'), step('a')], ['steps.1.key']],
    ['names a step badly', [step('A b')], ['steps.0.key']],
    ['does not say what is to be done', [step('a', { title: ' ' })], ['steps.0.title']],
    ['asks for no skill', [step('a', { skill: '' })], ['steps.0.skill']],
    ['asks for a skill that can be none', [step('a', { skill: 'seo; drop' })], ['steps.0.skill']],
    ['is due at once', [step('a', { dueInWorkingHours: 0 })], ['steps.0.dueInWorkingHours']],
    ['is due in years', [step('a', { dueInWorkingHours: 2001 })], ['steps.0.dueInWorkingHours']],
    ['has an empty entry to check', [step('a', { checklist: ['Yes', ' '] })], ['steps.0.checklist.1']],
    ['checks a thing twice', [step('a', { checklist: ['Yes', 'Yes'] })], ['steps.0.checklist.1']],
    [
      'checks too much',
      [step('a', { checklist: Array.from({ length: 31 }, (_, i) => `Check ${i}`) })],
      ['steps.0.checklist'],
    ],
    ['waits for a step that is not there', [step('a', { dependsOn: ['b'] })], ['steps.0.dependsOn']],
    ['waits for itself', [step('a', { dependsOn: ['a'] })], ['steps.0.dependsOn']],
    ['waits twice', [step('a'), step('b', { dependsOn: ['a', 'a'] })], ['steps.1.dependsOn']],
    [
      'goes round in a circle',
      [
        step('a', { dependsOn: ['c'] }),
        step('b', { dependsOn: ['a'] }),
        step('c', { dependsOn: ['b'] }),
        step('d', { dependsOn: ['c'] }),
      ],
      ['steps.0.dependsOn', 'steps.1.dependsOn', 'steps.2.dependsOn'],
    ],
  ])('that %s is refused at its step', (_what, steps, wanted) => {
    expect(paths(...steps)).toEqual(wanted)
  })

  test('names the steps of every circle and no other', () => {
    const steps = [
      step('a', { dependsOn: ['b'] }),
      step('b', { dependsOn: ['a'] }),
      step('c', { dependsOn: ['a'] }),
    ]
    expect([...keysInCircles(steps)].toSorted()).toEqual(['a', 'b'])
  })
})
