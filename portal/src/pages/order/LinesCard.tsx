import { Link } from '../../router/router.js'
import { classOf } from '../../ui/Button.js'
import { Card, Chip } from '../../ui/Card.js'
import { onboardingWords, orderPageWords as words, provisioningWords } from '../../words/order.js'
import type { Order } from './order-parts.js'

type Line = Order['lines'][number]

/** The order's lines, each with what it has become and the way to its form. */
export function LinesCard({ order, buys }: { order: Order; buys: boolean }) {
  return (
    <Card title={buys ? words.lines : words.linesForYou}>
      <ul className="lines">
        {order.lines.map((line) => (
          <li key={line.id}>
            <div className="row row-apart">
              <h3>{line.service?.name}</h3>
              {line.price && <span>{line.price.formatted}</span>}
            </div>
            {line.onboarding && <Onboarding line={line} document={line.onboarding} />}
            {line.provisioning && (
              <div>
                <Chip tone={provisioningWords[line.provisioning.status].tone}>
                  {provisioningWords[line.provisioning.status].label}
                </Chip>
              </div>
            )}
          </li>
        ))}
      </ul>
      {order.total && (
        <>
          <hr className="tear" />
          <div className="total">
            <span>{words.total}</span>
            <span>{order.total.formatted}</span>
          </div>
        </>
      )}
    </Card>
  )
}

const OPEN_WORDS: Record<string, string> = {
  REQUESTED: words.formOpen,
  DRAFT: words.formContinue,
  CHANGES_REQUESTED: words.formMend,
}

function Onboarding({ line, document }: { line: Line; document: NonNullable<Line['onboarding']> }) {
  const { label, tone } = onboardingWords[document.status]
  const mayFill = document.availableActions.some(
    ({ name, allowed }) => name === 'submitOnboarding' && allowed,
  )
  const text = (mayFill && OPEN_WORDS[document.status]) || words.formLook
  return (
    <>
      <div className="row">
        <Chip tone={tone}>{label}</Chip>
      </div>
      <p className="muted small">{words.formOf(line.recipientName)}</p>
      <div>
        <Link to={`/onboarding/${document.id}`} className={classOf('quiet')}>
          {text}
        </Link>
      </div>
    </>
  )
}
