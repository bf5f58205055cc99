import { Link, usePlace } from '../../router/router.js'
import { classOf } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Page } from '../../ui/Page.js'
import { common } from '../../words/common.js'
import { payWords as words } from '../../words/buying.js'
import { PayCard } from './PayCard.js'
import { usePlayMoney } from './use-play-money.js'

/** Paying the orders of one checkout: each alone, so that one that fails holds up no other. */
export function PayPage() {
  const { search } = usePlace()
  const isPlay = usePlayMoney()
  const ids = (search.get('orders') ?? '').split(',').filter(Boolean)
  if (ids.length === 0) {
    return (
      <Page title={words.title} lead={words.none} width="narrow">
        <div>
          <Link to="/" className={classOf('quiet')}>
            {common.home}
          </Link>
        </div>
      </Page>
    )
  }
  return (
    <Page title={words.title} lead={words.lead(ids.length)} width="narrow">
      {isPlay !== undefined && (
        <Notice title={isPlay ? words.sandboxTitle : words.elsewhereTitle}>
          <p>{isPlay ? words.sandbox : words.elsewhere}</p>
        </Notice>
      )}
      {ids.map((id) => (
        <PayCard key={id} id={id} isPlay={isPlay} />
      ))}
    </Page>
  )
}
