import { describe, expect, test } from '@jest/globals'
import {
  planOf,
  waitingFor,
  withoutStep,
  withStep,
  withStepChange,
} from '../../admin/src/catalogue/blueprint-content.js'
import { changesBetween } from '../../admin/src/catalogue/changes.js'
import { startOf } from '../../admin/src/catalogue/editor-start.js'
import {
  formChanges,
  formToSend,
  formToWrite,
  withChange,
  withQuestion,
} from '../../admin/src/catalogue/form-content.js'
import { keyFor, moved } from '../../admin/src/catalogue/items.js'
import { fromMinor, toMinor } from '../../admin/src/shared/minor-units.js'
import { problemsOfItem } from '../../admin/src/catalogue/problems.js'
import { question as asked, step as done } from '../catalogue/a-service.js'

const question = (key: string, more: Record<string, unknown> = {}) => asked(key, more) as never
const step = (key: string, more: Record<string, unknown> = {}) => done(key, more) as never
const form = (...fields: never[]) => ({ title: 'A form', intro: '', fields })

describe('what changed between two versions', () => {
  const between = (before: string, after: string) =>
    changesBetween(
      before.split('').map((key) => ({ key })),
      after.split('').map((key) => ({ key })),
      { nameOf: (item) => item.key, attributes: [] },
    ).map(({ kind, name }) => `${kind} ${name}`)

  test.each([
    ['abc', 'abc', []],
    ['abc', 'abcd', ['added d']],
    ['abc', 'ac', ['removed b']],
    ['abcd', 'bcda', ['moved a']],
    ['abcd', 'dabc', ['moved d']],
    ['abc', 'xca', ['added x', 'moved a', 'removed b']],
  ])('from %s to %s', (before, after, changes) => {
    expect(between(before, after)).toEqual(changes)
  })

  test('is told attribute by attribute, of the head of a form, too', () => {
    const before = form(question('name'), question('way', { kind: 'ONE_OF', options: ['a', 'b'] }))
    const after = {
      ...form(question('name'), question('way', { kind: 'ONE_OF', options: ['a', 'c'] })),
      title: 'New',
    }
    expect(formChanges(before, after)).toEqual([
      { kind: 'changed', name: 'New', details: [{ attribute: 'title', before: 'A form', after: 'New' }] },
      {
        kind: 'changed',
        name: 'The way?',
        details: [{ attribute: 'options', before: ['a', 'b'], after: ['a', 'c'] }],
      },
    ])
  })
})

describe('a question', () => {
  test('takes its key from its words until it was published', () => {
    const draft = withQuestion(formToWrite(form(question('name')), new Set(['name'])))
    const [old, fresh] = draft.fields
    const named = withChange(draft, fresh!.uid, { label: 'Über uns: was dürfen wir sagen?' })
    expect(named.fields[1]!.key).toBe('uberUnsWasDurfenWirSagen')
    expect(withChange(named, old!.uid, { label: 'What else?' }).fields[0]!.key).toBe('name')
  })

  test('that was published gets a key of its own where it asks for another kind of answer', () => {
    const draft = formToWrite(form(question('logo')), new Set(['logo']))
    const { uid } = draft.fields[0]!
    expect(withChange(draft, uid, { kind: 'LONG_TEXT' }).fields[0]!.key).toBe('logo')
    const other = withChange(draft, uid, { kind: 'FILE' })
    expect(formToSend(other).fields[0]).toMatchObject({ key: 'theLogo', kind: 'FILE', maxFiles: 1 })
    expect(other.fields[0]!.key).not.toBe('logo')
  })

  test('does not take over the key of one that was removed', () => {
    const draft = formToWrite(form(question('name')), new Set(['name', 'logo']))
    const fresh = withQuestion(draft)
    expect(withChange(fresh, fresh.fields[1]!.uid, { label: 'Logo' }).fields[1]!.key).toBe('logo2')
  })

  test('sends only what its kind has, and no empty options', () => {
    const options = ['a', ' ', 'b ']
    const draft = formToWrite(form(question('way', { kind: 'ONE_OF', options, maxFiles: 3 })), new Set())
    expect(formToSend(draft).fields[0]).toMatchObject({ options: ['a', 'b'], maxFiles: 0, accept: [] })
  })

  test('has a key that is free and can be one', () => {
    expect(keyFor('', [], 'question')).toBe('question')
    expect(keyFor('???', ['question'], 'question')).toBe('question2')
    expect(keyFor('24 hours a day', [], 'question')).toBe('hoursADay')
    expect(keyFor('x'.repeat(90), [], 'question')).toHaveLength(36)
  })
})

describe('the steps of a blueprint', () => {
  const write = (...steps: never[]) =>
    ({ steps: steps.map((one: object, i) => ({ ...one, uid: `u${i}`, fixed: false })) }) as never

  test('are planned in the order in which they can be taken, up to when all are due', () => {
    const late = step('late', { dependsOn: ['early'], dueInWorkingHours: 24 })
    const { planned, total } = planOf([late, step('early', { dueInWorkingHours: 8 })])
    expect(planned.map((one) => [one.step.key, one.from, one.due])).toEqual([
      ['early', 0, 8],
      ['late', 8, 24],
    ])
    expect(total).toBe(24)
  })

  test('that are due before what they wait for are pointed out, and circles do not end the plan', () => {
    const { planned } = planOf([
      step('a', { dueInWorkingHours: 16 }),
      step('b', { dependsOn: ['a'], dueInWorkingHours: 16 }),
      step('c', { dependsOn: ['d'] }),
      step('d', { dependsOn: ['c'] }),
    ])
    expect(planned.filter((one) => one.tooEarly).map((one) => one.step.key)).toContain('b')
    expect(planned.filter((one) => one.inCircle).map((one) => one.step.key)).toEqual(['c', 'd'])
  })

  test('follow one another by key: a new name is followed, a removed step is waited for no more', () => {
    const two = write(step('a'), step('b', { dependsOn: ['a'] }))
    expect(
      withStepChange(two, 'u0', { title: 'Look around' }).steps.map((one) => [one.key, one.dependsOn]),
    ).toEqual([
      ['lookAround', []],
      ['b', ['lookAround']],
    ])
    expect(withoutStep(two, 'u0').steps[0]!.dependsOn).toEqual([])
    expect(withStep(two).steps[2]).toMatchObject({ key: 'step', skill: 'seo' })
    expect([
      ...waitingFor([step('a'), step('b', { dependsOn: ['a'] }), step('c', { dependsOn: ['b'] })], 'a'),
    ]).toEqual(['b', 'c'])
  })
})

test('an editor begins with what was asked for, else the draft, else what is published, else nothing', () => {
  const versions = [{ version: 2 }, { version: 1 }]
  const start = (from: number | undefined, draft: object | null, of = versions) =>
    startOf({ versions: of, draft, draftVersion: 7, from }, (given) => given ?? 'nothing')
  expect(start(1, { basedOn: 2 })).toMatchObject({ content: { version: 1 }, changed: true, basedOn: 1 })
  expect(start(undefined, { basedOn: 1 })).toMatchObject({
    content: { basedOn: 1 },
    drafted: true,
    basedOn: 1,
  })
  expect(start(undefined, null)).toMatchObject({ content: { version: 2 }, changed: false, basedOn: 2 })
  expect(start(undefined, null, [])).toMatchObject({
    content: 'nothing',
    basedOn: undefined,
    draftVersion: 7,
  })
})

test('an item moves by one place and stays at an end', () => {
  const items = ['a', 'b', 'c'].map((uid) => ({ uid, key: uid }))
  expect(moved(items, 'b', 1).map((item) => item.uid)).toEqual(['a', 'c', 'b'])
  expect(moved(items, 'a', -1)).toEqual(items)
})

test('a problem is told at its item', () => {
  const problems = { 'fields.1.options.2': 'x', 'fields.10.label': 'y', title: 'z' }
  expect(problemsOfItem(problems, 'fields.1')).toEqual({ 'options.2': 'x' })
})

test.each([
  ['1234,5', 'EUR', '123450'],
  ['0.05', 'EUR', '5'],
  ['1500', 'JPY', '1500'],
])('the price %s in %s is %s minor units', (text, currency, amount) => {
  expect(toMinor(text, currency)).toBe(amount)
  expect(toMinor(fromMinor(amount, currency), currency)).toBe(amount)
})

test.each([
  ['1.5', 'JPY'],
  ['-1', 'EUR'],
  ['1.234,50', 'EUR'],
])('%s in %s is no price', (text, currency) => {
  expect(toMinor(text, currency)).toBeUndefined()
})
