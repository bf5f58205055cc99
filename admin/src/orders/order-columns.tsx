import Box from '@mui/material/Box'
import { DataTable, usePermissions } from 'react-admin'
import type { OrderRowFragment } from '../gen/documents.js'
import { StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'

const roomy = { display: { xs: 'none', lg: 'table-cell' } }
const Col = DataTable.Col<OrderRowFragment>

const columns = [
  <Col
    key="number"
    source="number"
    label="orders.number"
    render={(o) => <strong style={{ whiteSpace: 'nowrap' }}>{o.number}</strong>}
  />,
  <Col key="buyer" label="orders.buyer" sx={wide} render={(o) => o.buyer?.name} />,
  <Col key="beneficiary" label="orders.beneficiary" render={(o) => o.beneficiary?.name} />,
  <Col key="stage" label="orders.stage" render={(o) => <StateChip value={chipOf(o)} />} />,
  <Col key="standing" label="orders.standing" sx={roomy} render={(o) => <Standing order={o} />} />,
  <Col key="total" label="orders.total" align="right" sx={wide} render={(o) => o.total?.formatted} />,
  <Col
    key="placedAt"
    source="placedAt"
    label="orders.placedAt"
    sx={wide}
    render={(o) => <When at={o.placedAt} relative />}
  />,
]

/** What must be seen of an order at once: that it is late, or held; else its stage. */
function chipOf({ overdue, status, stage }: OrderRowFragment): string {
  if (overdue) return 'OVERDUE'
  return status === 'ON_HOLD' ? status : stage
}

/** The columns of an order in a table; money for those who deal with it. */
export function useOrderColumns() {
  const { permissions = [] } = usePermissions<string[]>()
  const money = permissions.includes('ADMIN') || permissions.includes('FINANCE')
  return money ? columns : columns.filter((column) => column.key !== 'total')
}

function Standing({ order: { standing } }: { order: OrderRowFragment }) {
  return (
    <Box sx={{ maxWidth: 420 }}>
      {standing.summary}
      {standing.nextBy ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' '}
          · <When at={standing.nextBy} relative />
        </Box>
      ) : null}
    </Box>
  )
}
