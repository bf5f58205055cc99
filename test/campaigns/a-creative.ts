import { sendBytes } from '../files/send-and-await.js'
import { aPng, aText } from '../files/sample-files.js'
import { BUYER, CHANNEL } from '../support/campaigns.js'
import type { World } from '../support/world.js'

const VERSION =
  'id number status superseded reason version file { id name status } uploadedBy { email } decidedBy { email } availableActions { name allowed refusal }'
const CREATIVE = `id key label required approved types newest { ${VERSION} } versions { number status superseded reason }`

export const CREATIVES = `query($id: ID!) { campaign(id: $id) { status missingCreatives creatives { ${CREATIVE} } } }`
export const UPLOAD = `mutation($id: ID!, $key: String!, $f: ID!, $k: String) {
  uploadCreative(id: $id, key: $key, fileId: $f, idempotencyKey: $k) { ${CREATIVE} campaign { id } } }`
export const APPROVE = `mutation($id: ID!, $v: Int) { approveCreative(id: $id, expectedVersion: $v) { ${VERSION} creative { approved } } }`
export const REJECT = `mutation($id: ID!, $r: String!) { rejectCreative(id: $id, reason: $r) { ${VERSION} } }`

/** A text or a picture that somebody uploaded, ready; gives its id. */
export async function aFile(world: World, kind: 'text' | 'picture' = 'text', who = BUYER): Promise<string> {
  const caller = await world.as(who)
  const [name, bytes] = kind === 'text' ? (['copy.txt', aText] as const) : (['header.png', aPng()] as const)
  return (await sendBytes(caller, name, bytes)).id
}

/** The buyer sends a version of a creative; gives its id. */
export async function aVersion(world: World, id: string, key = 'copy'): Promise<string> {
  const buyer = await world.as(BUYER)
  const f = await aFile(world, key === 'copy' ? 'text' : 'picture')
  const { uploadCreative } = await buyer.ask(UPLOAD, { id, key, f })
  return uploadCreative.newest.id
}

/** The same, approved by the channel. */
export async function anApprovedVersion(world: World, id: string, key = 'copy'): Promise<string> {
  const version = await aVersion(world, id, key)
  await (await world.as(CHANNEL)).ask(APPROVE, { id: version })
  return version
}

/** The creatives of a campaign as somebody sees them. */
export async function creativesNow(world: World, id: string, who = CHANNEL) {
  const { campaign } = await (await world.as(who)).ask(CREATIVES, { id })
  return campaign
}
