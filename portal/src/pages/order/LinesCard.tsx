import type { Viewer } from '../../shell/viewer.js'
import { Card, Chip } from '../../ui/Card.js'
import { orderPageWords as words, provisioningWords } from '../../words/order.js'
import { LineOnboarding } from './LineOnboarding.js'
import type { Order } from './order-parts.js'

interface LinesCardProps {
  order: Order
  viewer: Viewer
  buys: boolean
  onChange: () => void
}

/** The order's lines, each with what it has become and the way to its form. */
export function LinesCard({ order, viewer, buys, onChange }: LinesCardProps) {
  return (
    <Card title={buys ? words.lines : words.linesForYou}>
      <ul className="lines">
        {order.lines.map((line) => (
          <li key={line.id}>
            <div className="row row-apart">
              <h3>{line.service?.name}</h3>
              {line.price && <span>{line.price.formatted}</span>}
            </div>
            {line.onboarding && (
              <LineOnboarding
                order={order}
                line={line}
                document={line.onboarding}
                viewer={viewer}
                onChange={onChange}
              />
            )}
            {line.provisioning && (
              <div>
                <Chip tone={provisioningWords[line.provisioning.status].tone}>
                  {provisioningLabel(line.provisioning.status, buys)}
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

function provisioningLabel(status: keyof typeof provisioningWords, buys: boolean): string {
  const { label, toOthers } = provisioningWords[status]
  return buys ? label : (toOthers ?? label)
}
