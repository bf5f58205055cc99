import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { OrderUpdatedDocument, type OrderPageFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'
import { MailTable } from '../mails/MailTable.js'
import { ReportsPanel } from '../reports/ReportsPanel.js'
import { Panel } from '../shared/Panel.js'
import { PageHead } from '../shared/PageHead.js'
import { Quiet } from '../shared/Quiet.js'
import { RecordPage } from '../shared/RecordPage.js'
import { StateChip } from '../shared/StateChip.js'
import { TaskTable } from '../tasks/TaskTable.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
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
  const translate = useTranslate()
  useOrderNews(order.id)
  return (
    <>
      <PageHead
        title={order.number}
        kicker={`${order.buyer?.name ?? ''} → ${order.beneficiary?.name ?? ''}`}
        state={
          <>
            <StateChip value={order.status} />
            <StateChip value={order.overdue ? 'OVERDUE' : order.stage} />
          </>
        }
      >
        <VerbButtons record={order} />
      </PageHead>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,3fr) minmax(0,2fr)' },
        }}
      >
        <Box>
          <StandingPanel order={order} />
          <LinesPanel lines={order.lines} />
          <Panel title={translate('orders.tasks')} flush>
            {order.tasks?.length ? (
              <TaskTable tasks={order.tasks.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))} />
            ) : (
              <Box sx={{ px: 2 }}>
                <Quiet>{translate('orders.noTasks')}</Quiet>
              </Box>
            )}
          </Panel>
          <ReportsPanel orderId={order.id} />
          {order.payment ? <MoneyPanel payment={order.payment} /> : null}
          <Panel title={translate('orders.mails')} flush>
            {order.mails?.length ? (
              <MailTable mails={order.mails} />
            ) : (
              <Box sx={{ px: 2 }}>
                <Quiet>{translate('orders.noMails')}</Quiet>
              </Box>
            )}
          </Panel>
        </Box>
        <Timeline orderId={order.id} subjects={subjectsOf(order)} />
      </Box>
    </>
  )
}

function useOrderNews(id: string) {
  const queryClient = useQueryClient()
  useLive(OrderUpdatedDocument, { id }, () => {
    void queryClient.invalidateQueries({ queryKey: ['orders', 'getOne'] })
  })
}
