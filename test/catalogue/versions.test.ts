import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Caller } from '../support/caller.js'
import { aPaidOrder, placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import {
  anOfferedService,
  PUBLISH_BLUEPRINT,
  PUBLISH_FORM,
  question,
  SAVE_BLUEPRINT,
  SAVE_FORM,
  SERVICE,
  step,
  WITHDRAW,
} from './a-service.js'

let world: World
let admin: Caller
let other: Caller
let buyer: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  buyer = await world.as('agency@demo.test')
  other = await world.as('support@demo.test')
  await world.rows(`update users set staff_roles = '{ADMIN}' where email = 'support@demo.test'`)
})
afterAll(() => world?.close())

const VERSIONS = `query($id: ID!) { service(id: $id) {
  formVersions(first: 10) { nodes { version title note orderCount runningOrderCount publishedBy { email } } }
  blueprintVersions(first: 10) { nodes { version note orderCount runningOrderCount } } } }`
const DOCUMENT =
  'query($id: ID!) { order(id: $id) { lines { onboarding { id version status form { version fields { key } } } } } }'
const DRAFT =
  'mutation($id: ID!, $a: [AnswerInput!]!) { saveOnboardingDraft(id: $id, answers: $a, files: []) { id status } }'
const SUBMIT = `mutation($id: ID!, $a: [AnswerInput!]!, $k: String) {
  submitOnboarding(id: $id, answers: $a, files: [], idempotencyKey: $k) { id newestRevision { id } } }`
const APPROVE = `mutation($id: ID!, $r: ID!) { approveOnboarding(id: $id, revisionId: $r) { id status } }`

const documentOf = async (orderId: string) =>
  (await buyer.ask(DOCUMENT, { id: orderId }))['order'].lines[0].onboarding
const taskKeys = async (orderId: string) =>
  (
    await world.rows<{ key: string }>(
      'select step_key as key from tasks where order_id = $1 and step_key is not null order by 1',
      [orderId],
    )
  ).map((row) => row.key)

describe('a published version', () => {
  test('has the next number of its service, and says who published it, when and why', async () => {
    const id = await anOfferedService(admin, 'Numbers')
    await other.ask(PUBLISH_FORM, { id, t: 'Second', f: [question('name')], n: 'Shorter' })
    await admin.ask(PUBLISH_BLUEPRINT, { id, s: [step('audit'), step('write')], n: 'One more' })
    const { service } = await admin.ask(VERSIONS, { id })
    const use = { orderCount: 0, runningOrderCount: 0 }
    expect(service).toEqual({
      formVersions: {
        nodes: [
          {
            version: 2,
            title: 'Second',
            note: 'Shorter',
            publishedBy: { email: 'support@demo.test' },
            ...use,
          },
          {
            version: 1,
            title: 'Before we start',
            note: null,
            publishedBy: { email: 'admin@demo.test' },
            ...use,
          },
        ],
      },
      blueprintVersions: {
        nodes: [
          { version: 2, note: 'One more', ...use },
          { version: 1, note: null, ...use },
        ],
      },
    })
    expect((await admin.ask(SERVICE, { id }))['service']).toMatchObject({
      form: { version: 2 },
      blueprint: { version: 2, steps: [{ key: 'audit' }, { key: 'write' }] },
    })
  })

  test('cannot be changed or removed in the database, not even by its owner', async () => {
    const owner = new pg.Client({ connectionString: world.running.house.config.databaseUrl })
    await owner.connect()
    for (const table of ['onboarding_forms', 'task_blueprints']) {
      for (const change of [
        `update ${table} set note = 'other'`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        await expect(owner.query(change)).rejects.toMatchObject({ code: '55000' })
      await expect(world.rows(`update ${table} set note = 'other'`)).rejects.toMatchObject({ code: '42501' })
    }
    await owner.end()
  })

  test('is what its order keeps: an order in its cart gets the newest at checkout, a running one its own', async () => {
    const id = await anOfferedService(admin, 'Keeper')
    const [early] = await placeOrders(buyer, [{ service: 'Keeper' }])
    await admin.ask(PUBLISH_FORM, { id, t: 'New', f: [question('name'), question('more')] })
    const [late] = await placeOrders(buyer, [{ service: 'Keeper' }])
    const kept = await world.rows<{ order: string; version: number }>(
      'select l.order_id as order, f.version from order_lines l join onboarding_forms f on f.id = l.form_id where l.service_id = $1',
      [id],
    )
    expect(new Map(kept.map((row) => [row.order, row.version]))).toEqual(
      new Map([
        [early, 1],
        [late, 2],
      ]),
    )
    const { service } = await admin.ask(VERSIONS, { id })
    expect(service.formVersions.nodes).toMatchObject([
      { version: 2, orderCount: 1, runningOrderCount: 1 },
      { version: 1, orderCount: 1, runningOrderCount: 1 },
    ])
    await world.move(20 * 60_000)
    const { service: later } = await admin.ask(VERSIONS, { id })
    expect(later.formVersions.nodes[1]).toMatchObject({ orderCount: 1, runningOrderCount: 0 })
  })

  test('is asked for by a document in draft, and approved into its own tasks, after newer ones were published', async () => {
    const id = await anOfferedService(admin, 'Draft keeper')
    const orderId = await aPaidOrder(world, [{ service: 'Draft keeper' }])
    const { id: documentId } = await documentOf(orderId)
    await buyer.ask(DRAFT, { id: documentId, a: [{ key: 'name', value: ['Harbour'] }] })
    await admin.ask(PUBLISH_FORM, { id, t: 'New', f: [question('name'), question('more')] })
    await admin.ask(PUBLISH_BLUEPRINT, { id, s: [step('plan'), step('write', { dependsOn: ['plan'] })] })
    expect(await documentOf(orderId)).toMatchObject({
      status: 'DRAFT',
      form: { version: 1, fields: [{ key: 'name' }] },
    })
    const answers = [{ key: 'name', value: ['Harbour'] }]
    expect(
      await buyer.refused(SUBMIT, { id: documentId, a: [...answers, { key: 'more', value: ['x'] }] }),
    ).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'answers.more' }] })
    const { submitOnboarding } = await buyer.ask(SUBMIT, { id: documentId, a: answers })
    await admin.ask('mutation($id: ID!) { claimOnboarding(id: $id) { id } }', { id: documentId })
    await admin.ask(WITHDRAW, { id })
    await admin.ask(APPROVE, { id: documentId, r: submitOnboarding.newestRevision.id })
    expect(await taskKeys(orderId)).toEqual(['audit'])
    const seen = await buyer.ask(
      'query($id: ID!) { order(id: $id) { lines { service { name onSale form { version } } } } }',
      { id: orderId },
    )
    expect(seen['order'].lines[0].service).toMatchObject({ name: 'Draft keeper', onSale: false })
  })

  test('may not give the name of an answer to another kind of answer', async () => {
    const id = await anOfferedService(admin, 'Stable keys')
    const refusal = await admin.refused(PUBLISH_FORM, {
      id,
      t: 'New',
      f: [question('first'), question('name', { kind: 'FILE', maxFiles: 1 })],
    })
    expect(refusal).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'fields.1.key' }] })
    expect((await admin.ask(SERVICE, { id }))['service'].form.version).toBe(1)
  })

  test('is made once, however often it is asked for', async () => {
    const id = await anOfferedService(admin, 'Twice')
    const once = { id, t: 'New', f: [question('name')], k: randomUUID() }
    const [first, second] = [await admin.ask(PUBLISH_FORM, once), await admin.ask(PUBLISH_FORM, once)]
    expect([first, second].map((answer) => answer['publishOnboardingForm'].form.version)).toEqual([2, 2])
  })
})

describe('two admins', () => {
  test('who publish at once take turns, and who says what they saw is told', async () => {
    const id = await anOfferedService(admin, 'Race')
    const { version } = (await admin.ask(SERVICE, { id }))['service']
    const racing = [admin, other].map((caller, i) =>
      caller.raw(PUBLISH_FORM, { id, t: `Form ${i}`, f: [question('name')], v: version }),
    )
    const codes = (await Promise.all(racing)).map((answer) => answer.errors?.[0]?.extensions.code)
    expect(codes.map((code) => code ?? 'done').toSorted()).toEqual(['STALE_VERSION', 'done'])
    const blind = [admin, other, admin, other].map((caller, i) =>
      caller.raw(PUBLISH_BLUEPRINT, { id, s: [step(`step${i}`)] }),
    )
    expect((await Promise.all(blind)).flatMap((answer) => answer.errors ?? [])).toEqual([])
    const { service } = await admin.ask(VERSIONS, { id })
    expect(service.formVersions.nodes.map((form: { version: number }) => form.version)).toEqual([2, 1])
    expect(service.blueprintVersions.nodes.map((b: { version: number }) => b.version)).toEqual([
      5, 4, 3, 2, 1,
    ])
  })

  test('do not save over one another’s draft, nor publish over it', async () => {
    const id = await anOfferedService(admin, 'Drafts')
    const one = await admin.ask(SAVE_FORM, {
      id,
      t: 'Half',
      f: [question('name', { label: '' })],
      v: 0,
      b: 1,
    })
    expect(one['saveFormDraft']).toMatchObject({
      formDraftVersion: 1,
      formDraft: { title: 'Half', basedOn: 1, fields: [{ key: 'name' }] },
      form: { version: 1 },
    })
    expect(await other.refused(SAVE_FORM, { id, t: 'Mine', f: [], v: 0 })).toMatchObject({
      code: 'STALE_VERSION',
      current: 1,
    })
    await other.ask(SAVE_FORM, { id, t: 'Both', f: [question('name'), question('more')], v: 1 })
    expect(await admin.refused(PUBLISH_FORM, { id, t: 'Old', f: [question('name')], d: 1 })).toMatchObject({
      code: 'STALE_VERSION',
      current: 2,
    })
    const { publishOnboardingForm } = await admin.ask(PUBLISH_FORM, {
      id,
      t: 'Both',
      f: [question('name'), question('more')],
      d: 2,
    })
    expect(publishOnboardingForm).toMatchObject({
      form: { version: 2 },
      formDraft: null,
      formDraftVersion: 3,
    })
    const { saveFormDraft } = await admin.ask(SAVE_FORM, { id, t: 'Next', f: [], v: 3, b: 2 })
    expect(saveFormDraft.formDraftVersion).toBe(4)
  })

  test('draft a form and a blueprint beside each other, and throw one away', async () => {
    const id = await anOfferedService(admin, 'Beside')
    await admin.ask(SAVE_FORM, { id, t: 'Form', f: [], v: 0 })
    const { saveBlueprintDraft } = await other.ask(SAVE_BLUEPRINT, { id, s: [step('')], v: 0, b: 1 })
    expect(saveBlueprintDraft).toMatchObject({ formDraft: { title: 'Form' }, blueprintDraft: { basedOn: 1 } })
    const { discardServiceDraft } = await admin.ask(
      'mutation($id: ID!) { discardServiceDraft(serviceId: $id, kind: FORM, expectedVersion: 1) { formDraft { title } formDraftVersion blueprintDraft { basedOn } } }',
      { id },
    )
    expect(discardServiceDraft).toEqual({
      formDraft: null,
      formDraftVersion: 2,
      blueprintDraft: { basedOn: 1 },
    })
  })
})

describe('who sees what of a service', () => {
  test('buyers see what is on sale, and afterwards what their orders and carts point to', async () => {
    const names = async (caller: Caller) =>
      (await caller.ask('{ services(first: 100) { nodes { name } } }'))['services'].nodes.map(
        (service: { name: string }) => service.name,
      )
    const ordered = await anOfferedService(admin, 'Ordered')
    const never = await anOfferedService(admin, 'Never ordered')
    await placeOrders(buyer, [{ service: 'Ordered' }])
    await admin.ask(PUBLISH_FORM, { id: ordered, t: 'New', f: [question('name')] })
    for (const id of [ordered, never]) await admin.ask(WITHDRAW, { id })
    expect(await names(buyer)).toContain('Ordered')
    expect(await names(buyer)).not.toContain('Never ordered')
    const stranger = await world.as('channel@demo.test')
    expect((await names(stranger)).filter((name: string) => /rdered/.test(name))).toEqual([])
    expect(
      (await names(await world.as('finance@demo.test'))).filter((n: string) => /rdered/.test(n)),
    ).toEqual(['Never ordered', 'Ordered'])
  })

  test('drafts are for admins, versions and notes for the team', async () => {
    const id = await anOfferedService(admin, 'Quiet')
    await admin.ask(SAVE_FORM, { id, t: 'Secret', f: [], v: 0 })
    const asked =
      'query($id: ID!) { service(id: $id) { sold formDraft { title } formDraftVersion formVersions { nodes { version } } blueprint { id } form { version note publishedAt orderCount } availableActions { name } } }'
    const { service: forBuyer } = await buyer.ask(asked, { id })
    expect(forBuyer).toEqual({
      sold: null,
      formDraft: null,
      formDraftVersion: null,
      formVersions: null,
      blueprint: null,
      form: { version: 1, note: null, publishedAt: null, orderCount: null },
      availableActions: [],
    })
    const { service: forFinance } = await (await world.as('finance@demo.test')).ask(asked, { id })
    expect(forFinance).toMatchObject({ formDraft: null, formVersions: { nodes: [{ version: 1 }] } })
    const everybodyElse = [buyer, await world.as('finance@demo.test'), await world.as('fulfilment@demo.test')]
    for (const caller of everybodyElse)
      expect(await caller.refused(PUBLISH_FORM, { id, t: 'New', f: [question('name')] })).toMatchObject({
        code: 'FORBIDDEN',
      })
  })
})
