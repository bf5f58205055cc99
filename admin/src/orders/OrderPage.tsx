import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { OrderUpdatedDocument, type OrderPageFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'
import { MailTable } from '../mails/MailTable.js'
import { ReportsPanel } from '../reports/ReportsPanel.js'
import { Panel } from '../shared/Panel.js'
import { LogLink } from '../audit/LogLink.js'
import { PageHead } from '../shared/PageHead.js'
import { Quiet } from '../shared/Quiet.js'
import { RecordPage } from '../shared/RecordPage.js'
import { StateChip } from '../shared/StateChip.js'
import { TaskTable } from '../tasks/TaskTable.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { DeliveriesPanel } from './DeliveriesPanel.js'
import { LinesPanel } from './LinesPanel.js'
import { MoneyPanel } from './MoneyPanel.js'
import { StandingPanel } from './StandingPanel.js'
import { subjectsOf } from './subjects.js'
import { Timeline } from './Timeline.js'

/** An order: where it stands, its timeline, lines, tasks, money and mails. */
export function OrderPage() {
  return <RecordPage<OrderPageFragment>>{(order) => <OrderShown order={order} />}</RecordPage>
}

function OrderShown({ order }: { order: OrderPageFragment }) {
  useOrderNews(order.id)
  return (
    <>
      <PageHead
        title={order.number}
        kicker={`${order.buyer?.name ?? ''} → ${order.beneficiary?.name ?? ''}`}
        state={
          <>
            <StateChip value={order.status} />
            {order.overdue || order.stage !== order.status ? (
              <StateChip value={order.overdue ? 'OVERDUE' : order.stage} />
            ) : null}
          </>
        }
      >
        <VerbButtons record={order} />
        <LogLink id={order.id} />
      </PageHead>
      <Box sx={layout}>
        <Box sx={{ gridArea: 'main', minWidth: 0 }}>
          <StandingPanel order={order} />
          <DeliveriesPanel order={order} />
          <LinesPanel {...order} />
          <TasksPanel tasks={order.tasks} />
          <ReportsPanel orderId={order.id} />
          {order.payment ? <MoneyPanel payment={order.payment} /> : null}
        </Box>
        <Box sx={{ gridArea: 'time', minWidth: 0 }}>
          <Timeline orderId={order.id} subjects={subjectsOf(order)} />
        </Box>
        <Box sx={{ gridArea: 'mails', minWidth: 0 }}>
          <MailsPanel mails={order.mails} />
        </Box>
      </Box>
    </>
  )
}

/** Beside each other where there is room; on a telephone the timeline comes before the mails. */
const layout = {
  display: 'grid',
  columnGap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,3fr) minmax(0,2fr)' },
  gridTemplateRows: { lg: 'auto 1fr' },
  gridTemplateAreas: { xs: '"main" "time" "mails"', lg: '"main time" "mails time"' },
}

function TasksPanel({ tasks }: Pick<OrderPageFragment, 'tasks'>) {
  const translate = useTranslate()
  return (
    <Panel title={translate('orders.tasks')} flush>
      {tasks?.length ? (
        <TaskTable tasks={tasks.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))} />
      ) : (
        <Box sx={{ px: 2 }}>
          <Quiet>{translate('orders.noTasks')}</Quiet>
        </Box>
      )}
    </Panel>
  )
}

function MailsPanel({ mails }: Pick<OrderPageFragment, 'mails'>) {
  const translate = useTranslate()
  return (
    <Panel title={translate('orders.mails')} flush>
      {mails?.length ? (
        <MailTable mails={mails} />
      ) : (
        <Box sx={{ px: 2 }}>
          <Quiet>{translate('orders.noMails')}</Quiet>
        </Box>
      )}
    </Panel>
  )
}

function useOrderNews(id: string) {
  const queryClient = useQueryClient()
  useLive(OrderUpdatedDocument, { id }, () => {
    void queryClient.invalidateQueries({ queryKey: ['orders', 'getOne'] })
  })
}
