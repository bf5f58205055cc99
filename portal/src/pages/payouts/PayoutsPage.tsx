import { useEffect, useEffectEvent } from 'react'
import { PayoutAccountsDocument, PayoutsDocument, type PayoutsQuery } from '../../gen/operations.js'
import { channelsOf, type Viewer } from '../../shell/viewer.js'
import { Card } from '../../ui/Card.js'
import { Bones, Failure, ListFailure, Missing } from '../../ui/Failure.js'
import { More } from '../../ui/More.js'
import { Page } from '../../ui/Page.js'
import { usePages } from '../../wire/use-pages.js'
import { useRead } from '../../wire/use-read.js'
import { useReturn } from '../../wire/use-return.js'
import { payoutWords as words } from '../../words/payouts.js'
import { AccountCard } from './AccountCard.js'
import { PayoutRow } from './PayoutRow.js'

const PAGE_SIZE = 20
/** While an account is being checked it is looked at this often, in milliseconds: nothing else tells of it. */
const LOOK_MS = 3000

/** A channel's payouts, and the account that they go to. */
export function PayoutsPage({ viewer }: { viewer: Viewer }) {
  const { data, error, reload } = useRead(PayoutAccountsDocument, {})
  const channels = channelsOf(viewer)
  const accounts = data?.payoutAccounts.nodes ?? []
  useChecked(
    accounts.some(({ status }) => status === 'PENDING'),
    reload,
  )
  if (channels.length === 0) return <Missing />
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      <Failure error={error} onRetry={() => void reload()} />
      {!data && !error && <Bones />}
      {data &&
        channels.map((channel) => (
          <AccountCard
            key={channel.id}
            channel={channel}
            many={channels.length > 1}
            owned={viewer.memberships.some(
              ({ role, organisation }) => role === 'OWNER' && organisation?.id === channel.id,
            )}
            account={accounts.find(({ organisation }) => organisation?.id === channel.id)}
            onChange={() => void reload()}
          />
        ))}
      <Payouts channels={channels.map(({ id }) => id)} />
    </Page>
  )
}

function useChecked(waiting: boolean, reload: () => Promise<void>): void {
  const again = useEffectEvent(() => void reload())
  useReturn(reload)
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => again(), LOOK_MS)
    return () => clearInterval(timer)
  }, [waiting])
}

function Payouts({ channels }: { channels: string[] }) {
  const payouts = usePages(
    PayoutsDocument,
    { first: PAGE_SIZE, where: { payeeId: { in: channels } } },
    payoutsOf,
  )
  const { nodes, error, reload } = payouts
  useReturn(reload)
  return (
    <Card title={words.list}>
      <ListFailure error={error} shown={nodes !== undefined} onRetry={() => void reload()} />
      {!nodes && !error && <Bones />}
      {nodes?.length === 0 && <p className="muted">{words.empty}</p>}
      <ul className="lines">
        {nodes?.map((payout) => (
          <li key={payout.id}>
            <PayoutRow payout={payout} named />
          </li>
        ))}
      </ul>
      <More list={payouts} of={words.list} />
    </Card>
  )
}

const payoutsOf = ({ payouts }: PayoutsQuery): PayoutsQuery['payouts'] => payouts
