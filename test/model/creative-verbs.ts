import { randomUUID } from 'node:crypto'
import type { CampaignVerb } from './campaign-kind.js'
import { end } from './campaign-money.js'

/** The key of the one creative that the model's package needs. */
export const CREATIVE = 'banner'

const gathering = ['AWAITING_ACCEPTANCE', 'ACCEPTED']

const onVersion =
  (verb: string, more = ''): CampaignVerb['ask'] =>
  ({ versions }, { pick }) => [
    `mutation($id: ID!, $k: String) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
    { id: versions[namedVersion(versions.length, pick) - 1], k: randomUUID() },
  ]

/** Which version a channel names: mostly the newest. */
const namedVersion = (versions: number, pick: number) =>
  pick % 5 === 0 ? Math.max(1, versions - 1) : versions

const decide = (verb: string, status: 'APPROVED' | 'REJECTED', more?: string): CampaignVerb => ({
  on: 'creative',
  by: ['channel'],
  from: ['UPLOADED', 'APPROVED', 'REJECTED'],
  unless: ({ campaign }, { pick }, now) => {
    const { creative, status: state, acceptBy } = campaign!
    const isNewest = namedVersion(creative.versions, pick) === creative.versions
    const own = isNewest ? creative.status : creative.earlier[namedVersion(creative.versions, pick) - 1]
    if (own !== 'UPLOADED') return 'INVALID_TRANSITION'
    if (!gathering.includes(state) || (state === 'AWAITING_ACCEPTANCE' && now >= acceptBy))
      return 'INVALID_TRANSITION'
    return isNewest ? undefined : 'NOT_NEWEST_REVISION'
  },
  apply: ({ campaign }) => void (campaign!.creative.status = status),
  ask: onVersion(verb, more),
})

/** What the buyer sends, and what the channel says of it. */
export const creativeVerbs: Readonly<Record<string, CampaignVerb>> = {
  uploadCreative: {
    on: 'campaign',
    by: ['buyer'],
    from: gathering,
    before: ({ campaign }) => (campaign!.status === 'AWAITING_ACCEPTANCE' ? campaign!.acceptBy : undefined),
    whenLate: (life) => end(life, 'EXPIRED', 0n),
    apply: ({ campaign }) => {
      const { creative } = campaign!
      if (creative.status) creative.earlier.push(creative.status)
      creative.versions++
      creative.status = 'UPLOADED'
    },
    ask: ({ campaign: id, file }) => [
      `mutation($id: ID!, $k: String, $f: ID!) { uploadCreative(id: $id, idempotencyKey: $k, key: "${CREATIVE}", fileId: $f) { id } }`,
      { id, k: randomUUID(), f: file },
    ],
  },
  approveCreative: decide('approveCreative', 'APPROVED'),
  rejectCreative: decide('rejectCreative', 'REJECTED', ', reason: "It is too dark."'),
}
