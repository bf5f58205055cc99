import {
  CampaignsDocument,
  type CampaignHeadFragment,
  type CampaignsQuery,
  type CampaignStatus,
  OrdersChangedDocument,
} from '../../gen/operations.js'
import { useLive } from '../../wire/use-live.js'
import { type Pages, usePages } from '../../wire/use-pages.js'
import { useReturn } from '../../wire/use-return.js'

const PAGE_SIZE = 30

const OFFERED: CampaignStatus[] = ['AWAITING_ACCEPTANCE']
const RUNNING: CampaignStatus[] = ['ACCEPTED', 'READY', 'COMPLETION_CLAIMED', 'DISPUTED']

interface Inbox {
  offers: Pages<CampaignHeadFragment>
  running: Pages<CampaignHeadFragment>
  reload: () => void
}

/** What waits for a channel's answer and what runs, the least time left first; new ones come and old ones go by themselves. */
export function useInbox(channels: string[]): Inbox {
  const offers = useCampaigns(channels, OFFERED)
  const running = useCampaigns(channels, RUNNING)
  const reload = async (): Promise<void> => {
    await Promise.all([offers.reload(), running.reload()])
  }
  useReturn(reload)
  const again = (): void => void reload()
  // Whatever happens to a campaign happens on its order, the offer itself included.
  useLive(OrdersChangedDocument, channels.length > 0 ? channels.join(' ') : null, {
    variables: () => ({ where: { channelId: { in: channels } } }),
    onEvent: again,
    onResume: again,
  })
  return { offers, running, reload: again }
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
