import { useEffect, useEffectEvent } from 'react'
import {
  CampaignChangedDocument,
  CampaignsDocument,
  type CampaignHeadFragment,
  type CampaignsQuery,
  type CampaignStatus,
} from '../../gen/operations.js'
import { useBearer } from '../../wire/caller.js'
import { socketOf } from '../../wire/socket.js'
import { type Pages, usePages } from '../../wire/use-pages.js'
import { useReturn } from '../../wire/use-return.js'

/** How long a new offer may stay unseen where nobody reloads, in milliseconds: it has no subscription of its own yet. */
const LOOK_MS = 20_000
/** So many of each list are followed, since one socket follows a hundred things at most; the rest is looked at with the next offer. */
const MOST_FOLLOWED = 30
const PAGE_SIZE = 30

const OFFERED: CampaignStatus[] = ['AWAITING_ACCEPTANCE']
const RUNNING: CampaignStatus[] = ['ACCEPTED', 'READY', 'COMPLETION_CLAIMED', 'DISPUTED']

interface Inbox {
  offers: Pages<CampaignHeadFragment>
  running: Pages<CampaignHeadFragment>
  reload: () => void
}

/** What waits for a channel's answer and what runs, the least time left first; each followed live, new ones looked for. */
export function useInbox(channels: string[]): Inbox {
  const offers = useCampaigns(channels, OFFERED)
  const running = useCampaigns(channels, RUNNING)
  const reload = async (): Promise<void> => {
    await Promise.all([offers.reload(), running.reload()])
  }
  useReturn(reload)
  const again = useEffectEvent(() => void reload())
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  useFollowed([...idsOf(offers), ...idsOf(running)], () => void reload())
  return { offers, running, reload: () => void reload() }
}

/** A channel's campaigns in some states, the least time left first. */
function useCampaigns(channels: string[], states: CampaignStatus[]): Pages<CampaignHeadFragment> {
  return usePages(
    CampaignsDocument,
    {
      first: PAGE_SIZE,
      where: { channelId: { in: channels }, status: { in: states } },
      sort: [{ field: 'dueAt', direction: 'ASC' }],
    },
    campaignsOf,
  )
}

/** The page of campaigns in an answer. */
export const campaignsOf = ({ campaigns }: CampaignsQuery): CampaignsQuery['campaigns'] => campaigns

const idsOf = ({ nodes = [] }: Pages<CampaignHeadFragment>): string[] =>
  nodes.slice(0, MOST_FOLLOWED).map(({ id }) => id)

/** Follows several campaigns on one socket. What a subscription says at first is known already. */
function useFollowed(ids: readonly string[], onChange: () => void): void {
  const bearer = useBearer()
  const tell = useEffectEvent(onChange)
  const key = ids.join(' ')
  useEffect(() => {
    const stops = key
      .split(' ')
      .filter(Boolean)
      .map((id) => {
        let known: number | undefined
        return socketOf(bearer).subscribe<{ campaignUpdated: { version: number } | null }>(
          { query: CampaignChangedDocument.toString(), variables: { id } },
          {
            next: ({ data }) => {
              const version = data?.campaignUpdated?.version
              if (known !== undefined && version !== known) tell()
              known = version
            },
            // The reading beside it says what is wrong.
            error: () => {},
            complete: () => {},
          },
        )
      })
    return () => {
      for (const stop of stops) stop()
    }
  }, [key, bearer])
}
