import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { DisputePageFragment } from '../gen/documents.js'
import { Facts } from '../shared/Facts.js'
import { Panel } from '../shared/Panel.js'
import { When } from '../shared/When.js'

/** How it ended: the decision, its parts and why; or that the buyer took it back. */
export function DecidedPanel({ dispute }: { dispute: DisputePageFragment }) {
  const translate = useTranslate()
  const { decision, refund, released, decidedBy, endedAt } = dispute
  if (!endedAt) return null
  const reasoning = dispute.statements.findLast(({ kind }) => kind === 'REASONING')
  return (
    <Panel title={translate('disputes.ended')}>
      <Typography sx={{ fontSize: '1.1rem', fontWeight: 600, mb: 1 }}>
        {translate(decision ? `disputes.decided.${decision}` : 'disputes.withdrawn')}
      </Typography>
      {reasoning ? (
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mb: 1.5 }}>
          {reasoning.text ?? translate('orders.erased')}
        </Typography>
      ) : null}
      <Facts
        items={[
          [translate('disputes.toBuyer'), refund?.formatted],
          [translate('disputes.toChannel'), released?.formatted],
          [
            translate('disputes.decidedBy'),
            decision ? (decidedBy?.name ?? translate('disputes.byItself')) : null,
          ],
          [translate('disputes.decidedAt'), <When key="at" at={endedAt} />],
        ]}
      />
    </Panel>
  )
}
