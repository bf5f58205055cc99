import { fact, type FactsOf } from '../lib/facts.js'
import { type Guard, machine } from '../lib/machine.js'
import { isMember } from '../lib/viewer.js'
import { creativeEvents } from './creative.events.js'

const ofCampaign = (column: string) =>
  `(select c.${column} from creatives k join campaigns c on c.id = k.campaign_id where k.id = t.creative_id)`
const ofCreative = (column: string) => `(select k.${column} from creatives k where k.id = t.creative_id)`
const ofFile = (column: string) => `(select f.${column} from files f where f.id = t.file_id)`

const facts = {
  creativeId: fact.text('t.creative_id'),
  number: fact.int('t.number'),
  key: fact.text(ofCreative('key')),
  newestId: fact.text(ofCreative('newest_id')),
  isNewest: fact.bool(`(t.id = ${ofCreative('newest_id')})`),
  campaignId: fact.text(ofCreative('campaign_id')),
  campaignStatus: fact.text(ofCampaign('status')),
  acceptBy: fact.time(ofCampaign('accept_by')),
  channelId: fact.text(ofCampaign('channel_id')),
  fileStatus: fact.text(ofFile('status')),
  fileRefusal: fact.maybeText(ofFile('refusal')),
}

type Facts = FactsOf<typeof facts>

/** The states of a campaign in which creatives are decided on. */
const GATHERING = ['AWAITING_ACCEPTANCE', 'ACCEPTED'] as const

const replaced: Guard<Facts> = {
  code: 'NOT_NEWEST_REVISION',
  doc: 'The buyer has sent a newer version: look at that one.',
  refuses: ({ isNewest, newestId }) => (isNewest ? undefined : { current: newestId }),
}

const settled: Guard<Facts> = {
  code: 'INVALID_TRANSITION',
  doc: 'Creatives are decided on while a campaign waits for its acceptance or is accepted, and not ready yet.',
  refuses: ({ campaignStatus: current, acceptBy }, { now }) => {
    if (current === 'AWAITING_ACCEPTANCE' && now >= acceptBy)
      return { current, deadlineAt: acceptBy.toISOString() }
    return (GATHERING as readonly string[]).includes(current) ? undefined : { current }
  },
}

const infected: Guard<Facts> = {
  code: 'FILE_QUARANTINED',
  doc: 'The virus scanner found something in its file: nobody can open it.',
  refuses: ({ fileStatus }) => (fileStatus === 'QUARANTINED' ? {} : undefined),
}

const erased: Guard<Facts> = {
  code: 'FILE_ERASED',
  doc: 'Its file was erased with the person who uploaded it: ask for it anew.',
  refuses: ({ fileRefusal }) => (fileRefusal === 'FILE_ERASED' ? {} : undefined),
}

/** A version of a creative, from its upload to the channel's decision. */
export const creativeMachine = machine({
  name: 'CreativeVersion',
  table: 'creative_versions',
  stream: 'order_id',
  doc: 'A version of an asset that a campaign needs. The newest decides: one that replaces an approved version must be approved anew.',
  states: {
    UPLOADED: 'Sent by the buyer; the channel has not decided on it.',
    APPROVED: 'The channel will use it.',
    REJECTED: 'The channel needs another one, and said why.',
  },
  initial: 'UPLOADED',
  final: ['APPROVED', 'REJECTED'],
  facts,
  roles: { channel: (viewer, version) => isMember(viewer, version.channelId) },
  deadlines: {},
  events: creativeEvents,
  verbs: {
    approveCreative: {
      from: ['UPLOADED'],
      to: 'APPROVED',
      by: ['channel'],
      unless: [settled, replaced, infected, erased],
      event: 'creative.approved',
      doc: 'The channel approves the newest version of a creative.',
    },
    rejectCreative: {
      from: ['UPLOADED'],
      to: 'REJECTED',
      by: ['channel'],
      unless: [settled, replaced],
      event: 'creative.rejected',
      doc: 'The channel rejects the newest version of a creative and says why: the buyer sends another one.',
    },
  },
})
