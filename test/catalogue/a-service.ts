import type { Caller } from '../support/caller.js'

/** A question of a form, with what is usual left out. */
export function question(key: string, more: Record<string, unknown> = {}) {
  return {
    key,
    label: `The ${key}?`,
    help: null,
    kind: 'SHORT_TEXT',
    required: true,
    options: [],
    accept: [],
    maxFiles: 0,
    ...more,
  }
}

/** A step of a blueprint, with what is usual left out. */
export function step(key: string, more: Record<string, unknown> = {}) {
  return {
    key,
    title: `Do ${key}`,
    instructions: '',
    skill: 'seo',
    dependsOn: [],
    dueInWorkingHours: 8,
    needsReview: false,
    checklist: [],
    ...more,
  }
}

const SEEN = `id name status version onSale price { amount currency } formDraftVersion blueprintDraftVersion
  form { id version title fields { key label kind help required options accept maxFiles } } blueprint { id version steps { key title } }
  formDraft { title intro basedOn savedBy fields { key } } blueprintDraft { basedOn steps { key } } availableActions { name allowed refusal }`

export const SERVICE = `query($id: ID!) { service(id: $id) { ${SEEN} } }`
export const ADD = `mutation($f: ServiceFlow!, $n: String!, $a: BigInt!, $c: CurrencyCode!) {
  addService(name: $n, summary: "A sentence.", description: "What one gets.", flow: $f, price: { amount: $a, currency: $c }) { ${SEEN} } }`
export const PUBLISH_FORM = `mutation($id: ID!, $t: String!, $f: [FormFieldInput!]!, $n: String, $v: Int, $d: Int, $k: String) {
  publishOnboardingForm(serviceId: $id, title: $t, intro: "Before you begin.", fields: $f, note: $n, expectedVersion: $v, draftVersion: $d, idempotencyKey: $k) { ${SEEN} } }`
export const PUBLISH_BLUEPRINT = `mutation($id: ID!, $s: [BlueprintStepInput!]!, $n: String, $v: Int, $d: Int) {
  publishTaskBlueprint(serviceId: $id, steps: $s, note: $n, expectedVersion: $v, draftVersion: $d) { ${SEEN} } }`
export const SAVE_FORM = `mutation($id: ID!, $t: String!, $f: [FormFieldInput!]!, $v: Int, $b: Int) {
  saveFormDraft(serviceId: $id, title: $t, intro: "", fields: $f, expectedVersion: $v, basedOn: $b) { ${SEEN} } }`
export const SAVE_BLUEPRINT = `mutation($id: ID!, $s: [BlueprintStepInput!]!, $v: Int, $b: Int) {
  saveBlueprintDraft(serviceId: $id, steps: $s, expectedVersion: $v, basedOn: $b) { ${SEEN} } }`
export const OFFER = `mutation($id: ID!, $v: Int) { offerService(id: $id, expectedVersion: $v) { ${SEEN} } }`
export const WITHDRAW = `mutation($id: ID!) { withdrawService(id: $id) { ${SEEN} } }`

/** Adds a service; gives its id. */
export async function aService(admin: Caller, name: string, flow = 'ONBOARDED'): Promise<string> {
  const { addService } = await admin.ask(ADD, { n: name, f: flow, a: '12300', c: 'EUR' })
  return addService.id
}

/** Adds a service that asks one question and becomes one task, and offers it; gives its id. */
export async function anOfferedService(admin: Caller, name: string): Promise<string> {
  const id = await aService(admin, name)
  await admin.ask(PUBLISH_FORM, { id, t: 'Before we start', f: [question('name')] })
  await admin.ask(PUBLISH_BLUEPRINT, { id, s: [step('audit')] })
  await admin.ask(OFFER, { id })
  return id
}
