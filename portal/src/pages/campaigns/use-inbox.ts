import { useEffect, useEffectEvent } from 'react'
import {
  CampaignChangedDocument,
  CampaignsDocument,
  type CampaignHeadFragment,
} from '../../gen/operations.js'
import { useBearer } from '../../wire/caller.js'
import { socketOf } from '../../wire/socket.js'
import { useRead } from '../../wire/use-read.js'
import { useReturn } from '../../wire/use-return.js'

/** How long a new offer may stay unseen where nobody reloads, in milliseconds: it has no subscription of its own yet. */
const LOOK_MS = 20_000
/** One socket follows at most a hundred things; the rest is looked at with the next offer. */
const MOST_FOLLOWED = 60

interface Inbox {
  offers: CampaignHeadFragment[] | undefined
  running: CampaignHeadFragment[] | undefined
  error: Error | undefined
  reload: () => void
}

/** What waits for a channel's answer and what runs, the least time left first; each followed live, new ones looked for. */
export function useInbox(channels: string[]): Inbox {
  const { data, error, reload } = useRead(CampaignsDocument, {
    first: 100,
    after: null,
    where: {
      channelId: { in: channels },
      status: { in: ['AWAITING_ACCEPTANCE', 'ACCEPTED', 'READY', 'COMPLETION_CLAIMED', 'DISPUTED'] },
    },
    sort: [{ field: 'dueAt', direction: 'ASC' }],
  })
  useReturn(reload)
  const again = useEffectEvent(() => void reload())
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  const all = data?.campaigns.nodes
  useFollowed(all?.slice(0, MOST_FOLLOWED).map(({ id }) => id) ?? [], () => void reload())
  return {
    offers: all?.filter(({ status }) => status === 'AWAITING_ACCEPTANCE'),
    running: all?.filter(({ status }) => status !== 'AWAITING_ACCEPTANCE'),
    error,
    reload: () => void reload(),
  }
}

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
