import { randomBytes, randomInt } from 'node:crypto'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** The type prefix of every kind of id, and the GraphQL type it names: `node(id)` dispatches by it. */
export const PREFIXES = {
  org: 'Organisation',
  con: 'Contact',
  usr: 'User',
  mem: 'Member',
  svc: 'Service',
  frm: 'OnboardingForm',
  tbp: 'TaskBlueprint',
  pkg: 'Package',
  apt: 'Appointment',
  att: 'Attempt',
  cpt: 'Counterpart',
  cmp: 'Campaign',
  cre: 'Creative',
  crv: 'CreativeVersion',
  crt: 'Cart',
  ctl: 'CartLine',
  ord: 'Order',
  lin: 'OrderLine',
  dlv: 'Delivery',
  rsn: 'Reason',
  opn: 'Operation',
  pst: 'Posting',
  trf: 'Transfer',
  frz: 'Freeze',
  pac: 'PayoutAccount',
  cbk: 'Chargeback',
  prv: 'Provisioning',
  doc: 'OnboardingDocument',
  rev: 'Revision',
  iss: 'Issue',
  fil: 'File',
  tsk: 'Task',
  rpt: 'Report',
  dsp: 'Dispute',
  dst: 'DisputeStatement',
  dev: 'DisputeEvidence',
  msg: 'Message',
  rpl: 'SavedReply',
  ntf: 'Notification',
  prm: 'AnswerPromise',
  cal: 'Calendar',
  eml: 'Mail',
  txt: 'Text',
  txr: 'TextReply',
  evt: 'Event',
  key: 'ApiKey',
  lnk: 'Link',
  lks: 'LinkSession',
  dln: 'Deadline',
} as const

export type Prefix = keyof typeof PREFIXES

/**
 * A fresh id: a TypeID, that is a type prefix and a UUIDv7 in Crockford's base32 (`ord_01k…`). Ids made later sort later,
 * to the millisecond; those of one process always, as a counter tells apart what it makes within one. Source:
 * github.com/jetify-com/typeid/spec, RFC 9562 sections 5.7 and 6.2 (method 1).
 */
export function newId(prefix: Prefix): string {
  const bytes = randomBytes(16)
  tick()
  bytes.writeUIntBE(millisecond, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return `${prefix}_${base32(bytes)}`
}

const MOST_IN_ONE = 0xfff
let millisecond = 0
let counter = 0

/** Goes on to the present millisecond, or within one; where one is full, or the clock went back, a little ahead of it. */
function tick(): void {
  const now = Date.now()
  if (now > millisecond) [millisecond, counter] = [now, randomInt(MOST_IN_ONE >> 1)]
  else if (counter < MOST_IN_ONE) counter++
  else [millisecond, counter] = [millisecond + 1, 0]
}

/** The type prefix of an id, or undefined where the text is no id of ours. */
export function prefixOf(id: string): Prefix | undefined {
  const [prefix, rest] = id.split('_')
  return rest?.length === 26 && prefix && Object.hasOwn(PREFIXES, prefix) ? (prefix as Prefix) : undefined
}

/** A random token of 256 bits for links and secrets, url-safe. Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

function base32(bytes: Buffer): string {
  let value = BigInt('0x' + bytes.toString('hex'))
  let text = ''
  for (let i = 0; i < 26; i++) {
    text = ALPHABET[Number(value & 31n)] + text
    value >>= 5n
  }
  return text
}
