import { expect, test } from '@jest/globals'
import { buildSchema, getNamedType, isObjectType } from 'graphql'
import { keyScopes } from '../../api/app/key-scopes.js'
import { guardRoots } from '../../api/platform/graphql/rights.js'
import { type Planned, readingOf, scopeOf } from '../../api/platform/reading/declare.js'
import { finishSchema } from '../../api/platform/reading/finish-schema.js'
import { viewerKind } from '../../api/platform/reading/scope.js'
import { anonymous } from '../../api/lib/viewer.js'
import { objectTypes, rootFields } from './schema-walk.js'

const plannedOf = (field: { extensions: Readonly<Record<string, unknown>> }) =>
  field.extensions['planned'] as Planned | undefined
const isRead = (type: (typeof objectTypes)[number]) =>
  [type, ...type.getInterfaces()].some((t) => readingOf(t.name))

test('every root field says who may call it, and open ones are open by decision', () => {
  const rightsOf = (field: { extensions: Readonly<Record<string, unknown>> }) =>
    (field.extensions['rights'] ?? []) as string[]
  expect(
    rootFields.filter(({ field }) => rightsOf(field).length === 0).map(({ field }) => field.name),
  ).toEqual([])
  const open = rootFields
    .filter(({ field }) => rightsOf(field).includes('anyone'))
    .map(({ field }) => field.name)
  expect(open.toSorted()).toEqual([
    'acceptInvitation',
    'answerHours',
    'clock',
    'mailPreferencesByLink',
    'node',
    'nodes',
    'redeemAppointmentLink',
    'redeemOnboardingLink',
    'requestFreshAppointmentLink',
    'requestFreshOnboardingLink',
    'service',
    'services',
    'setMailPreferenceByLink',
    'viewer',
  ])
})

test('every root field that a member may call says what an API key needs for it', () => {
  const membersToo = rootFields.filter(({ field }) =>
    (field.extensions['rights'] as string[]).some((right) =>
      ['anyone', 'signed-in', 'member'].includes(right),
    ),
  )
  const names = membersToo.map(({ field }) => field.name)
  // Add what is missing to api/app/key-scopes.ts: to a scope, or to what no key may do.
  expect(names.filter((name) => !(name in keyScopes)).toSorted()).toEqual([])
  expect(
    Object.keys(keyScopes)
      .filter((name) => !names.includes(name))
      .toSorted(),
  ).toEqual([])
})

test('no API key makes keys, people or payout accounts', () => {
  const never = Object.keys(keyScopes).filter((name) => keyScopes[name] === 'NONE')
  const made = rootFields
    .filter(
      ({ root, field }) =>
        root === 'Mutation' &&
        /ApiKey|Member|Role|Staff|Contact|Organisation|PayoutAccount|Invitation/.test(field.name),
    )
    .map(({ field }) => field.name)
  expect(made.filter((name) => (keyScopes[name] ?? 'NONE') !== 'NONE')).toEqual([])
  expect(never).toEqual(expect.arrayContaining(['createApiKey', 'inviteMember']))
})

test('a root field without a right stops the start', () => {
  expect(() => guardRoots(buildSchema('type Query { secret: String }'))).toThrow(
    'Query.secret says nobody may call it',
  )
})

test('every type is read within a scope, or is a value that its parent carries', () => {
  const bare = objectTypes.filter((type) => !isRead(type) && !/(Connection|Edge)$/.test(type.name))
  const joined = bare.filter((type) =>
    [type, ...objectTypes].some((parent) =>
      Object.values(parent.getFields()).some(
        (field) =>
          getNamedType(field.type) === type && ['one', 'many', 'page'].includes(plannedOf(field)?.kind ?? ''),
      ),
    ),
  )
  expect(joined.map((type) => type.name)).toEqual([])
  const withPlans = bare.filter((type) => Object.values(type.getFields()).some(plannedOf))
  expect(withPlans.map((type) => type.name)).toEqual([])
  const byRootFields = rootFields
    .map(({ field }) => getNamedType(field.type))
    .filter((type) => isObjectType(type) && bare.includes(type))
  // None of them is a row of a table: what became of each of many, that an order came or went, a clock, when we answer, counts, rates and sums by day, what reasons mean, what following a link opens, what an
  // erasure took, who is at a feed and may be called upon there, when an appointment could be and its calendar file, what a number of the sandbox got, what a mail or report would look like, and what somebody who is asked for it themself chose.
  expect([...new Set(byRootFields.map((type) => type.name))].toSorted()).toEqual([
    'AnswerHours',
    'AnswerTimes',
    'AppointmentLinkSession',
    'BulkResult',
    'CalendarDownload',
    'Clock',
    'DisputeRates',
    'DisputeReasonMeaning',
    'Erasure',
    'FeedPresence',
    'LinkSession',
    'MailGallery',
    'MailPreference',
    'MailSample',
    'Mention',
    'MoneyHeld',
    'OrderChange',
    'OrdersOnDay',
    'Queues',
    'ReceivedText',
    'ReportPreview',
    'SandboxPhone',
    'Slot',
    'StageCount',
    'VerifyTimes',
  ])
})

test('every scope answers for somebody who is not signed in, and gives rows of the catalogue alone', () => {
  const read = objectTypes.filter((type) => readingOf(type.name)).map((type) => type.name)
  const open = read.filter((name) => scopeOf(name)({} as never, viewerKind(anonymous)) !== false)
  expect(open.toSorted()).toEqual(['OnboardingForm', 'Package', 'Service'])
})

test('every field of a type that is read is planned', () => {
  const unplanned = objectTypes.filter(isRead).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => !plannedOf(field))
      .map((field) => `${type.name}.${field.name}`),
  )
  expect(unplanned).toEqual([])
})

test('a field of a read type that nobody reads stops the start', () => {
  const planted = buildSchema('type Query { leak: Leak } type Leak { secret: String }')
  ;(planted.getType('Leak') as { extensions: object }).extensions = { reading: true }
  expect(() => finishSchema(planted)).toThrow('Leak.secret has no column, relation or computation')
})
