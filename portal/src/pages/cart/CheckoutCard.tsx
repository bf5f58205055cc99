import { useState } from 'react'
import { CheckoutDocument, type CartPartsFragment } from '../../gen/operations.js'
import { Link, navigate } from '../../router/router.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { Choice } from '../../ui/Field.js'
import { useVerb } from '../../wire/use-verb.js'
import { cartWords as words } from '../../words/buying.js'

interface CheckoutCardProps {
  cart: CartPartsFragment
  onChange: () => Promise<void>
}

/** Terms, the clients' invitations, the total, and the button that makes orders of it all. */
export function CheckoutCard({ cart, onChange }: CheckoutCardProps) {
  const checkout = useVerb(CheckoutDocument)
  const [invited, setInvited] = useState<string[]>([])
  const [accepted, setAccepted] = useState(false)
  const allowed = cart.availableActions.find((action) => action.name === 'checkout')
  const refusal = allowed?.allowed === false ? allowed.message : accepted ? null : words.termsFirst

  const place = async (): Promise<void> => {
    if (!cart.total) return
    const answer = await checkout.run({
      id: cart.id,
      termsVersion: cart.termsVersion,
      inviteToDashboard: invited,
      shownTotal: { amount: cart.total.amount, currency: cart.total.currency },
    })
    if (answer?.checkout) navigate(`/pay?orders=${answer.checkout.map((order) => order.id).join(',')}`)
    else await onChange()
  }
  return (
    <Card title={words.total} action={<span className="total">{cart.total?.formatted}</span>}>
      <Invitations cart={cart} invited={invited} onInvite={setInvited} />
      <Choice
        name="terms"
        kind="checkbox"
        label={words.terms}
        note={words.termsVersion(cart.termsVersion)}
        checked={accepted}
        onPick={setAccepted}
      />
      <p className="small">
        <Link to="/terms">{words.readTerms}</Link>
      </p>
      <Failure error={checkout.error} />
      <Button wide busy={checkout.pending} refusal={refusal} onClick={() => void place()}>
        {words.checkout}
      </Button>
      <p className="muted small">{words.checkoutNote}</p>
    </Card>
  )
}

interface InvitationsProps {
  cart: CartPartsFragment
  invited: string[]
  onInvite: (ids: string[]) => void
}

function Invitations({ cart, invited, onInvite }: InvitationsProps) {
  const clients = new Map(
    cart.lines.flatMap(({ beneficiary }) =>
      beneficiary && beneficiary.id !== cart.buyer?.id ? [[beneficiary.id, beneficiary] as const] : [],
    ),
  )
  if (clients.size === 0) return null
  return (
    <fieldset className="field">
      <legend>{words.inviteTitle}</legend>
      <div className="choices">
        {[...clients.values()].map(({ id, name }) => (
          <Choice
            key={id}
            name="invite"
            kind="checkbox"
            label={words.invite(name)}
            note={words.inviteNote}
            checked={invited.includes(id)}
            onPick={(on) => onInvite(on ? [...invited, id] : invited.filter((one) => one !== id))}
          />
        ))}
      </div>
    </fieldset>
  )
}
