import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { OrderUpdatedDocument, type ReportPageFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'
import { Facts } from '../shared/Facts.js'
import { PageHead } from '../shared/PageHead.js'
import { Panel } from '../shared/Panel.js'
import { RecordPage } from '../shared/RecordPage.js'
import { StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { MailPreview } from './MailPreview.js'
import { Period } from './Period.js'
import { ReportEditor } from './ReportEditor.js'

/** One report: what it says, to be completed while it is a draft, and the mail as its reader gets it. */
export function ReportPage() {
  return <RecordPage<ReportPageFragment>>{(report) => <ReportShown report={report} />}</RecordPage>
}

function ReportShown({ report }: { report: ReportPageFragment }) {
  const translate = useTranslate()
  useReportNews(report.order?.id ?? '')
  const writes = report.availableActions.some(({ name, allowed }) => name === 'saveReport' && allowed)
  return (
    <>
      <PageHead
        title={translate(titleOf(report), { number: report.number })}
        kicker={[report.order?.number, report.order?.beneficiary?.name].filter(Boolean).join(' · ')}
        state={<StateChip value={report.status} />}
      >
        {writes ? null : <VerbButtons record={report} except={['saveReport']} />}
      </PageHead>
      <Panel title={translate('reports.facts')}>
        <Facts items={useReportFacts(report)} />
      </Panel>
      {writes ? <ReportEditor key={report.id} report={report} /> : <Kept report={report} />}
    </>
  )
}

function titleOf({ status }: ReportPageFragment): string {
  return { DUE: 'reports.planned', DRAFT: 'reports.draft', SENT: 'reports.one', SKIPPED: 'reports.skipped' }[
    status
  ]
}

/** A report that is not this person's to write: its mail, or that it has none yet. */
function Kept({ report }: { report: ReportPageFragment }) {
  const translate = useTranslate()
  if (report.status === 'DUE') return <Typography>{translate('reports.plannedHelp')}</Typography>
  return report.draftedAt ? <MailPreview id={report.id} /> : null
}

function useReportFacts(report: ReportPageFragment): [string, React.ReactNode][] {
  const translate = useTranslate()
  const { status, order, savedBy, sentBy, sentAt } = report
  return [
    [translate('reports.period'), <Period key="period" report={report} />],
    [translate('reports.responsible'), report.responsible?.name ?? translate('shared.nobody')],
    [translate('reports.due'), status === 'DUE' ? <When key="due" at={report.dueAt} /> : null],
    [translate('reports.goesOut'), status === 'DRAFT' ? <GoesOut key="out" report={report} /> : null],
    [translate('reports.sentAt'), sentAt ? <When key="sent" at={sentAt} /> : null],
    [translate('reports.sentBy'), sentAt ? (sentBy?.name ?? translate('reports.byItself')) : null],
    [translate('reports.savedBy'), savedBy?.name],
    [
      translate('reports.language'),
      report.language ? translate(`reports.language_${report.language}`, { _: report.language }) : null,
    ],
    [translate('reports.skipReason'), report.skipReason],
    [
      translate('reports.order'),
      order ? (
        <Link key="order" component={RouterLink} to={`/orders/${order.id}/show`}>
          {order.number}
        </Link>
      ) : null,
    ],
  ]
}

function GoesOut({ report }: { report: ReportPageFragment }) {
  const translate = useTranslate()
  return (
    <>
      {report.savedAt ? translate('reports.waits') : <When at={report.sendAt} late={report.overdue} />}
      <Box sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>
        {translate(report.savedAt ? 'reports.waitsHelp' : 'reports.goesOutHelp')}
      </Box>
    </>
  )
}

function useReportNews(orderId: string) {
  const queryClient = useQueryClient()
  useLive(OrderUpdatedDocument, { id: orderId }, () => {
    void queryClient.invalidateQueries({ queryKey: ['reports'] })
  })
}
