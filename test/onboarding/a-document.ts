import { randomUUID } from 'node:crypto'
import { aPdf } from '../files/sample-files.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import type { World } from '../support/world.js'

export const BAKER = 'client@demo.test'
export const AGENCY = 'agency@demo.test'
export const ADMIN = 'admin@demo.test'
export const SERVICE = 'Local search optimisation'

/** An order that was paid, and the document that its payment asked for. */
export interface Asked {
  readonly orderId: string
  readonly id: string
}

/** A paid order for the bakery; its onboarding request has gone to the baker, or to the agency's owner. */
export async function anOnboarding(world: World, recipient: 'OWNER' | 'CLIENT' = 'CLIENT'): Promise<Asked> {
  const orderId = await aPaidOrder(world, [{ service: SERVICE, client: 'Harbour Bakery', recipient }])
  const [document] = await world.rows<{ id: string }>(
    'select id from onboarding_documents where order_id = $1',
    [orderId],
  )
  return { orderId, id: document!.id }
}

/** The token in the newest mail of this template to an address. */
export async function tokenInMail(
  world: World,
  email: string,
  template = 'onboarding-request',
): Promise<string> {
  const mail = (await world.inbox(email)).findLast((m) => m.template === template)
  const token = mail?.links.map((link) => /\/onboarding#token=([\w-]+)/.exec(link)?.[1]).find(Boolean)
  if (!token) throw new Error(`No link in ${template} to ${email}: ${mail?.text}`)
  return token
}

export const REDEEM =
  'mutation($t: String!) { redeemOnboardingLink(token: $t) { token documentId expiresAt } }'

/** The baker, by the link in their newest mail. */
export async function byLink(world: World, email = BAKER, template?: string): Promise<Caller> {
  const t = await tokenInMail(world, email, template)
  const { redeemOnboardingLink: session } = await world.caller().ask(REDEEM, { t })
  return world.caller(session.token)
}

/** Uploads a file for real; gives its id. */
export async function upload(
  caller: Caller,
  address: string,
  name = 'brief.pdf',
  bytes: Buffer = aPdf(),
  type = '',
): Promise<string> {
  const { createUpload: target } = await caller.ask(
    'mutation($n: String!, $s: Int!, $t: String!) { createUpload(name: $n, size: $s, type: $t) { url method headers { name value } file { id } } }',
    { n: name, s: bytes.length, t: type },
  )
  const headers = Object.fromEntries(
    target.headers.map((h: { name: string; value: string }) => [h.name, h.value]),
  )
  const url = new URL(target.url, address)
  const sent = await fetch(address + url.pathname + url.search, {
    method: target.method,
    headers,
    body: new Uint8Array(bytes),
  })
  if (sent.status !== 204) throw new Error(`${sent.status} ${await sent.text()}`)
  await caller.ask('mutation($id: ID!) { completeUpload(id: $id) { status } }', { id: target.file.id })
  return target.file.id
}

export interface AnswerGiven {
  key: string
  value: string[]
}

/** Answers to every required question of the search optimisation form. */
export const ANSWERS: readonly AnswerGiven[] = [
  { key: 'businessName', value: ['Harbour Bakery'] },
  { key: 'contactEmail', value: ['clara@harbour-bakery.test'] },
  { key: 'goals', value: ['Sourdough bread and cakes for weddings'] },
  { key: 'regions', value: ['My town', 'My region'] },
  { key: 'hasAccess', value: ['yes'] },
]

/** The same with some of them said differently; `null` takes one out. */
export function answersBut(change: Record<string, string[] | null>): AnswerGiven[] {
  const kept = ANSWERS.filter(({ key }) => !(key in change))
  const said = Object.entries(change).flatMap(([key, value]) => (value ? [{ key, value }] : []))
  return [...kept, ...said]
}

const DRAFT = '($id: ID!, $a: [AnswerInput!]!, $f: [OnboardingFileInput!], $k: String, $v: Int, $d: Boolean)'
const GIVEN = '(id: $id, answers: $a, files: $f, idempotencyKey: $k, expectedVersion: $v, dryRun: $d)'
export const SAVE = `mutation${DRAFT} { saveOnboardingDraft${GIVEN} { id status version answers { key value } files { key file { id } } } }`
export const SUBMIT = `mutation${DRAFT} { submitOnboarding${GIVEN} { id status version newestRevision { id number } } }`
export const WITHDRAW = 'mutation($id: ID!) { withdrawOnboarding(id: $id) { status } }'
export const CLAIM =
  'mutation($id: ID!) { claimOnboarding(id: $id) { status claimedUntil reviewer { name } } }'
export const APPROVE =
  'mutation($id: ID!, $r: ID!, $d: [DelegationInput!]) { approveOnboarding(id: $id, revisionId: $r, delegations: $d) { status } }'
export const CHANGES =
  'mutation($id: ID!, $r: ID!, $i: [IssueInput!]!) { requestOnboardingChanges(id: $id, revisionId: $r, issues: $i) { status issues { fieldKey fileId note } suggestedReviewer { name } } }'

/** What the recipient sends when all is well: every answer and one file. */
export async function filled(world: World, caller: Caller, id: string) {
  const fileId = await upload(caller, world.address)
  return { id, a: ANSWERS, f: [{ key: 'brief', fileId }], k: randomUUID() }
}

/** A document that was submitted by its link; gives its revision and who holds the link. */
export async function submitted(world: World) {
  const asked = await anOnboarding(world)
  const recipient = await byLink(world)
  const sent = await filled(world, recipient, asked.id)
  const { submitOnboarding } = await recipient.ask(SUBMIT, sent)
  return { ...asked, recipient, sent, revisionId: submitOnboarding.newestRevision.id as string }
}

/** The document as somebody sees it now. */
export async function documentNow(caller: Caller, id: string) {
  const { onboardingDocument } = await caller.ask(
    `query($id: ID!) { onboardingDocument(id: $id) { id status version claimedUntil overdue serviceName orderNumber beneficiaryName
      recipient { name } recipientName order { id } line { id } form { id title fields { key kind } }
      answers { key value } files { key file { id name status } } reviewer { name } suggestedReviewer { name }
      revisions { id number answers { key value } files { key file { id } } submittedBy { kind name } issues { note } }
      newestRevision { id number } issues { fieldKey fileId note } availableActions { name allowed refusal } } }`,
    { id },
  )
  return onboardingDocument
}

/** What the log says happened to the order, the document's own share of it. */
export async function happened(world: World, orderId: string): Promise<string[]> {
  const events = await world.rows<{ type: string }>(
    `select type from events where stream_id = $1 and type like 'onboarding.%' order by sequence`,
    [orderId],
  )
  return events.map((event) => event.type.replace('onboarding.', ''))
}

export async function stageOf(world: World, orderId: string): Promise<string> {
  return (await world.rows<{ stage: string }>('select stage from orders where id = $1', [orderId]))[0]!.stage
}
