import { useState } from 'react'
import { ConnectPayoutAccountDocument, type PayoutAccountsQuery } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import type { Organisation } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Card, Chip, Fact } from '../../ui/Card.js'
import { Dialog } from '../../ui/Dialog.js'
import { DialogEnd } from '../../ui/DialogEnd.js'
import { Choice, TextField } from '../../ui/Field.js'
import { useVerb } from '../../wire/use-verb.js'
import { accountStates, accountTokens, payoutWords as words } from '../../words/payouts.js'
import { whyOff } from '../campaign/campaign-parts.js'
import { actionOf } from '../order/order-parts.js'
import { usePlayMoney } from '../pay/use-play-money.js'

interface AccountCardProps {
  channel: Organisation
  /** Whether the viewer looks after several channels, so that each is named. */
  many: boolean
  owned: boolean
  account: PayoutAccountsQuery['payoutAccounts']['nodes'][number] | undefined
  onChange: () => void
}

/** Where a channel's money goes: how far the account is, and naming it. */
export function AccountCard({ channel, many, owned, account, onChange }: AccountCardProps) {
  const [asked, setAsked] = useState(false)
  const isPlay = usePlayMoney()
  const state = account && accountStates[account.status]
  const action = account && actionOf(account, 'connectPayoutAccount')
  const refusal = owned
    ? action
      ? whyOff(action, { INVALID_TRANSITION: words.notNow })
      : null
    : words.onlyOwners
  return (
    <Card
      title={many ? words.accountOf(channel.name) : words.account}
      action={<Chip tone={state?.tone ?? 'act'}>{state?.label ?? words.none}</Chip>}
    >
      <p>{state?.text ?? words.noneText}</p>
      {account && (
        <dl className="facts">
          <Fact term={words.accountName}>
            <span className="mono">{account.account}</span>
          </Fact>
          <Fact term={words.since}>{moment(account.activatedAt ?? account.connectedAt)}</Fact>
          {account.problem && <Fact term={words.problem}>{account.problem}</Fact>}
        </dl>
      )}
      <div>
        <Button kind={account ? 'quiet' : 'primary'} refusal={refusal} onClick={() => setAsked(true)}>
          {account ? words.connectOther : words.connect}
        </Button>
      </div>
      {asked && isPlay !== undefined && (
        <ConnectDialog
          isPlay={isPlay}
          organisationId={channel.id}
          onDone={() => {
            setAsked(false)
            onChange()
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </Card>
  )
}

interface ConnectDialogProps {
  /** Whether the sandbox's accounts are offered; else one of the payment provider is named. */
  isPlay: boolean
  organisationId: string
  onDone: () => void
  onClose: () => void
}

function ConnectDialog({ isPlay, organisationId, onDone, onClose }: ConnectDialogProps) {
  const { run, pending, error } = useVerb(ConnectPayoutAccountDocument)
  const [accountToken, setToken] = useState(isPlay ? (accountTokens[0]?.token ?? '') : '')
  const connect = async (): Promise<void> => {
    if (await run({ organisationId, accountToken })) onDone()
  }
  return (
    <Dialog title={words.connectTitle} onClose={onClose}>
      <p>{isPlay ? words.connectLead : words.connectReal}</p>
      {isPlay ? (
        <div className="choices" role="group" aria-label={words.account}>
          {accountTokens.map(({ token, label, note }) => (
            <Choice
              key={token}
              name="account"
              kind="radio"
              {...{ label, note }}
              checked={accountToken === token}
              onPick={() => setToken(token)}
            />
          ))}
        </div>
      ) : (
        <TextField label={words.accountName} value={accountToken} onValue={setToken} />
      )}
      <DialogEnd
        error={error}
        send={words.send}
        back={words.back}
        busy={pending}
        onSend={() => void connect()}
        onBack={onClose}
      />
    </Dialog>
  )
}
