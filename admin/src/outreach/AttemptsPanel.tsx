import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { AppointmentPageFragment, AttemptShownFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'

/** Every call, text and mail to the counterpart and what became of it, and what they texted back, the newest first. */
export function AttemptsPanel({ appointment }: { appointment: AppointmentPageFragment }) {
  const translate = useTranslate()
  const { attempts, textReplies } = appointment
  const lines = [
    ...(attempts?.nodes ?? []).map((attempt) => ({
      at: attempt.madeAt,
      id: attempt.id,
      line: <Attempt attempt={attempt} />,
    })),
    ...(textReplies ?? []).map((reply) => ({
      at: reply.receivedAt,
      id: reply.id,
      line: <Reply reply={reply} name={appointment.counterpart?.name ?? ''} />,
    })),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <Panel
      title={translate('outreach.attempts')}
      aside={
        <Link component={RouterLink} to={textsOf(appointment.id)} sx={{ fontSize: '0.86rem' }}>
          {translate('outreach.allTexts')}
        </Link>
      }
    >
      {lines.length ? null : <Quiet>{translate('outreach.noAttempts')}</Quiet>}
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {lines.map(({ id, line }) => (
          <li key={id}>{line}</li>
        ))}
      </Box>
    </Panel>
  )
}

function Attempt({ attempt }: { attempt: AttemptShownFragment }) {
  const translate = useTranslate()
  const { kind, outcome, number, note, delivery, madeAt, madeBy, sent } = attempt
  const words = sent?.body ?? attempt.text
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <strong>
          {number ? `${number}. ` : null}
          {translate(kind === 'CALL' ? `outreach.outcomes.${outcome}` : `outreach.kinds.${kind}`)}
        </strong>
        {delivery ? <StateChip value={delivery} words="outreach.deliveries" /> : null}
      </Box>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        <When at={madeAt} />
        {madeBy ? ` · ${madeBy.name}` : null}
      </Typography>
      {sent?.cause ? (
        <Typography variant="body2" sx={{ color: 'error.main' }}>
          {translate(`texts.causes.${sent.cause}`)}
        </Typography>
      ) : null}
      {note ? <Box sx={quoted}>{note}</Box> : null}
      {words ? <Box sx={{ ...quoted, color: 'text.secondary' }}>“{words}”</Box> : null}
    </>
  )
}

type TextReply = NonNullable<AppointmentPageFragment['textReplies']>[number]

function Reply({ reply, name }: { reply: TextReply; name: string }) {
  const translate = useTranslate()
  return (
    <Box sx={{ pl: 1.5, borderLeft: 3, borderColor: 'primary.main' }}>
      <strong>{translate(`outreach.replied.${reply.kind}`, { name })}</strong>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        <When at={reply.receivedAt} />
      </Typography>
      <Box sx={quoted}>“{reply.body ?? translate('orders.erased')}”</Box>
    </Box>
  )
}

const quoted = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 0.25 }

function textsOf(appointmentId: string): string {
  return `/texts?filter=${encodeURIComponent(JSON.stringify({ appointmentId }))}`
}
