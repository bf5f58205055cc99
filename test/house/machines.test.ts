import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { machines } from '../../api/app/machines.js'
import { fact } from '../../api/lib/facts.js'
import {
  type AnyMachine,
  availableActions,
  type DeadlineSpec,
  machine,
  type MachineSpec,
  refusalOf,
  type VerbSpec,
} from '../../api/lib/machine.js'
import { NOW, type Sample, SOON } from './machine-people.js'
import { samples } from './machine-samples.js'

type Verb = VerbSpec<string, string, string, never>

/** What stands in nobody's way for these verbs alone: a time that must be over for them, an order without people's work. */
const otherwise: Readonly<Record<string, object>> = {
  expirePayment: { payBy: NOW },
  autoComplete: { autoCompleteAt: NOW },
  settleParts: { onboardedLines: 0 },
  giveUp: { giveUpAt: NOW },
  closeAppointment: { closesAt: NOW },
  rescheduleAppointment: { startsAt: SOON },
  expireCampaign: { acceptBy: NOW },
  lapsePayment: { payAgainBy: NOW },
  release: { disputeBy: NOW },
  noteNobodyTold: { disputeBy: NOW, told: false },
  noteToldLate: { told: false },
  proposeCancellation: { proposedBy: null },
  lapseProposal: { proposalAnswerBy: NOW },
  lapseResponse: { respondBy: NOW },
  lapseInformation: { informationBy: NOW },
  fallBack: { fallbackAt: NOW },
}

const verbsOf = (m: AnyMachine) => Object.entries(m.verbs as Record<string, Verb>)
const at = (viewer: Sample['people'][string]['viewer']) => ({ now: NOW, viewer })

describe.each(machines.map((m) => [m.name, m] as const))('the machine %s', (name, m) => {
  const sample = samples[name]!

  test('has a sample in which every role is somebody', () => {
    expect(sample).toBeDefined()
    const roles = new Set(Object.values(sample.people).flatMap((p) => p.roles))
    expect([...roles].toSorted()).toEqual([...Object.keys(m.roles), 'system'].toSorted())
    expect(Object.keys(sample.facts).toSorted()).toEqual(Object.keys(m.facts).toSorted())
  })

  test('says what every state, verb, event, guard and deadline means', () => {
    const docs = [
      m.doc,
      ...Object.values(m.states as Record<string, string>),
      ...verbsOf(m).flatMap(([, v]) => [v.doc, ...(v.unless ?? []).map((g) => g.doc)]),
      ...Object.values(m.events).map((e) => e.doc),
      ...Object.values(m.deadlines as Record<string, { doc: string }>).map((d) => d.doc),
    ]
    for (const doc of docs) expect(doc).toMatch(/^[A-Z].*\.$/s)
  })

  test('names only events of its room, deadlines, roles, facts and states of its own', () => {
    const verbs = verbsOf(m).map(([, verb]) => verb)
    const deadlines = Object.values(m.deadlines as Record<string, DeadlineSpec<string, string>>)
    const unknown = (names: readonly string[], known: object) =>
      names.filter((name) => !Object.hasOwn(known, name))
    expect(
      unknown(
        verbs.flatMap((v) => v.event ?? []),
        m.events,
      ),
    ).toEqual([])
    expect(
      unknown(
        verbs.flatMap((v) => v.before ?? []),
        m.deadlines,
      ),
    ).toEqual([])
    expect(
      unknown(
        verbs.flatMap((v) => [...v.from, ...[v.to ?? []].flat()]),
        m.states,
      ),
    ).toEqual([])
    expect(
      unknown(
        verbs.flatMap((v) => v.by),
        { ...m.roles, system: true },
      ),
    ).toEqual([])
    expect(
      unknown(
        deadlines.flatMap((d) => d.in),
        m.states,
      ),
    ).toEqual([])
    expect(
      unknown(
        deadlines.flatMap((d) => d.at ?? []),
        m.facts,
      ),
    ).toEqual([])
    expect(deadlines.filter((d) => d.at === undefined && d.after === undefined)).toEqual([])
  })

  for (const state of Object.keys(m.states)) {
    test(`lets in ${state} exactly those who are named do exactly what is named`, () => {
      for (const [who, { viewer, roles }] of Object.entries(sample.people)) {
        for (const [verb, spec] of verbsOf(m)) {
          const facts = { ...sample.facts, ...otherwise[verb] }
          const expected = !spec.by.some((role) => roles.includes(role))
            ? 'FORBIDDEN'
            : spec.from.includes(state)
              ? undefined
              : 'INVALID_TRANSITION'
          const told = [state, verb, who]
          expect([...told, refusalOf(m, verb, state, facts, at(viewer))?.code]).toEqual([...told, expected])
          const shown =
            viewer.kind === 'system' || expected === 'FORBIDDEN'
              ? undefined
              : { allowed: expected === undefined, refusal: expected ?? null }
          const action = availableActions(m, state, facts, at(viewer)).find(({ name: its }) => its === verb)
          expect([...told, action && { allowed: action.allowed, refusal: action.refusal }]).toEqual([
            ...told,
            shown,
          ])
        }
      }
    })
  }

  test('refuses what its guards say, and every guard is tried', () => {
    const tried = new Set<string>()
    for (const { verb, state, who, facts, code } of sample.obstacles) {
      const { viewer } = sample.people[who]!
      const all = { ...sample.facts, ...facts }
      expect([verb, who, refusalOf(m, verb, state, all, at(viewer))?.code]).toEqual([verb, who, code])
      const shown = availableActions(m, state, all, at(viewer)).filter((action) => action.name === verb)
      expect(shown.map((action) => action.refusal)).toEqual(viewer.kind === 'system' ? [] : [code])
      tried.add(`${verb} ${code}`)
    }
    const rules = verbsOf(m).flatMap(([verb, spec]) => [
      ...(spec.unless ?? []).map((g) => `${verb} ${g.code}`),
      ...(spec.before ? [`${verb} DEADLINE_PASSED`] : []),
    ])
    expect([...tried].toSorted()).toEqual([...new Set(rules)].toSorted())
  })
})

describe('a machine that cannot be is not built:', () => {
  const whole = {
    name: 'Thing',
    table: 'things',
    stream: 'id',
    doc: 'A thing.',
    states: { A: 'First.', B: 'Last.' },
    initial: 'A',
    final: ['B'],
    facts: { id: fact.text('t.id') },
    roles: { anybody: () => true },
    deadlines: {},
    events: {},
    verbs: { end: { from: ['A'], to: 'B', by: ['anybody'], doc: 'Ends it.' } },
  } as unknown as MachineSpec<string, string, object & Record<string, never>, string, string>

  test('the whole one is', () => expect(() => machine(whole)).not.toThrow())
  test.each([
    [
      'a state that nothing leads to',
      { states: { ...whole.states, C: 'Lost.' }, final: ['B', 'C'] },
      'C cannot be reached',
    ],
    ['a dead end', { final: [] }, 'B cannot be left'],
    ['a final state that is left', { final: ['A', 'B'] }, 'A is final, yet can be left'],
  ])('%s', (_what, change, complaint) => {
    expect(() => machine({ ...whole, ...change })).toThrow(complaint)
  })
})

test('docs/states.md shows every machine with its verbs', () => {
  const page = readFileSync('docs/states.md', 'utf8')
  for (const m of machines) {
    expect(page).toContain(`## ${m.name}\n`)
    for (const [, verb] of verbsOf(m)) expect(page).toContain(`| ${verb.doc} |`)
  }
})
