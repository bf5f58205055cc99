import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { LogLink } from '../audit/LogLink.js'
import { AppointmentUpdatedDocument, type AppointmentPageFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'
import { Timeline } from '../orders/Timeline.js'
import { PageHead } from '../shared/PageHead.js'
import { QueueWalk } from '../shared/QueueWalk.js'
import { RecordPage } from '../shared/RecordPage.js'
import { StateChip } from '../shared/StateChip.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { AttemptsPanel } from './AttemptsPanel.js'
import { CounterpartPanel } from './CounterpartPanel.js'
import { FactsPanel } from './FactsPanel.js'
import { SlotsPanel } from './SlotsPanel.js'
import { useCallSheet } from './use-call-sheet.js'
import { WritePanel } from './WritePanel.js'

/** What the page draws in its own way, beside what it needs to be said with. */
const drawnHere = ['recordAttempt', 'confirmAppointment', 'rescheduleAppointment']

/** One appointment of the call sheet: whom to call and how late it is there, what came of it, and a time to agree on. */
export function AppointmentPage() {
  return (
    <RecordPage<AppointmentPageFragment>>
      {(appointment) => <AppointmentShown key={appointment.id} appointment={appointment} />}
    </RecordPage>
  )
}

function AppointmentShown({ appointment }: { appointment: AppointmentPageFragment }) {
  const translate = useTranslate()
  const queryClient = useQueryClient()
  const sheet = useCallSheet()
  const { id, order, counterpart } = appointment
  useLive(AppointmentUpdatedDocument, { id }, () => {
    void queryClient.invalidateQueries({ queryKey: ['appointments'] })
  })
  return (
    <>
      <PageHead
        title={counterpart?.name ?? translate('outreach.somebody')}
        kicker={`${appointment.orderNumber} · ${appointment.serviceName} · ${appointment.buyerName}`}
        state={
          <>
            <StateChip value={appointment.status} />
            {appointment.overdue ? <StateChip value="OVERDUE" /> : null}
          </>
        }
      >
        <VerbButtons record={appointment} except={drawnHere} />
        <LogLink id={id} />
        <QueueWalk
          to={(one) => `/appointments/${one}/show`}
          ids={sheet}
          id={id}
          label={translate('outreach.title')}
        />
      </PageHead>
      <Box sx={layout}>
        <Box sx={{ minWidth: 0 }}>
          <CounterpartPanel appointment={appointment} />
          <WritePanel appointment={appointment} />
          <SlotsPanel appointment={appointment} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <FactsPanel appointment={appointment} />
          <AttemptsPanel appointment={appointment} />
          {order ? (
            <Timeline orderId={order.id} subjects={{ [id]: { name: appointment.serviceName } }} />
          ) : null}
        </Box>
      </Box>
    </>
  )
}

const layout = {
  display: 'grid',
  columnGap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,3fr) minmax(0,2fr)' },
}
