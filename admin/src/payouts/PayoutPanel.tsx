import { useTranslate } from 'react-admin'
import { PayoutAccountOfDocument } from '../gen/documents.js'
import { Facts } from '../shared/Facts.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { useAsk } from '../shared/use-ask.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'

/** Where a channel is paid out to; only with an active account can it accept campaigns. */
export function PayoutPanel({ organisationId }: { organisationId: string }) {
  const translate = useTranslate()
  const { data } = useAsk(['payoutAccounts', 'of'], PayoutAccountOfDocument, { organisationId })
  const account = data?.organisation?.payoutAccount
  if (!data) return null
  return (
    <Panel
      title={translate('payouts.account')}
      aside={account ? <VerbButtons record={account} /> : undefined}
    >
      {account ? (
        <Facts
          items={[
            [translate('payouts.state'), <StateChip key="state" value={account.status} />],
            [translate('payouts.problem'), account.problem],
            [translate('payouts.connectedAt'), <When key="connected" at={account.connectedAt} />],
            [
              translate('payouts.activatedAt'),
              account.activatedAt ? <When key="activated" at={account.activatedAt} /> : null,
            ],
          ]}
        />
      ) : (
        <Quiet>{translate('payouts.none')}</Quiet>
      )}
    </Panel>
  )
}
