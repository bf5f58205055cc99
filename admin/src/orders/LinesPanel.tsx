import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { AppointmentRowFragment, CampaignRowFragment, LineCardFragment } from '../gen/documents.js'
import { Countdown } from '../shared/Countdown.js'
import { Panel } from '../shared/Panel.js'
import { sentence, StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'

/** What is done to a document with its answers in sight, on its own page. */
const onItsPage = [
  'claimOnboarding',
  'approveOnboarding',
  'requestOnboardingChanges',
  'saveOnboardingDraft',
  'submitOnboarding',
  'withdrawOnboarding',
]

/** What was ordered, and what each line has become. */
export function LinesPanel(props: {
  lines: LineCardFragment[]
  campaign?: CampaignRowFragment | null
  appointment?: AppointmentRowFragment | null
}) {
  const { lines, campaign, appointment } = props
  const translate = useTranslate()
  return (
    <Panel title={translate('orders.lines')} flush>
      {lines.map((line) => (
        <Box
          key={line.id}
          sx={{ px: 2, py: 1.5, '&:not(:last-of-type)': { borderBottom: 1, borderColor: 'divider' } }}
        >
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'baseline' }}>
            <Typography variant="h3" sx={{ flex: 1 }}>
              {line.service?.name}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {line.service
                ? translate(`orders.flows.${line.service.flow}`, { _: sentence(line.service.flow) })
                : null}
            </Typography>
            <Box sx={{ fontVariantNumeric: 'tabular-nums' }}>{line.price?.formatted}</Box>
          </Box>
          <Part line={line} />
          {campaign && line.service?.flow === 'CAMPAIGN' ? <CampaignPart campaign={campaign} /> : null}
          {appointment && line.service?.flow === 'APPOINTMENT' ? (
            <AppointmentPart appointment={appointment} />
          ) : null}
        </Box>
      ))}
    </Panel>
  )
}

function CampaignPart({ campaign }: { campaign: CampaignRowFragment }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', fontSize: '0.86rem' }}>
      <StateChip value={campaign.outcome ?? campaign.status} />
      <Link component={RouterLink} to={`/campaigns/${campaign.id}/show`} underline="always">
        {translate('orders.campaignBy', { name: campaign.channelName })}
      </Link>
      {campaign.dueAt ? <Countdown at={campaign.dueAt} /> : null}
    </Box>
  )
}

function AppointmentPart({ appointment }: { appointment: AppointmentRowFragment }) {
  const translate = useTranslate()
  const { id, status, counterpart, startsAt, dueAt } = appointment
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', fontSize: '0.86rem' }}>
      <StateChip value={status} />
      <Link component={RouterLink} to={`/appointments/${id}/show`} underline="always">
        {translate('orders.appointmentWith', { name: counterpart?.name ?? '' })}
      </Link>
      {startsAt ? <When at={startsAt} /> : dueAt ? <Countdown at={dueAt} /> : null}
    </Box>
  )
}

function Part({ line }: { line: LineCardFragment }) {
  const translate = useTranslate()
  const { onboarding, provisioning, recipientContact } = line
  return (
    <Box
      sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 0.5, fontSize: '0.86rem' }}
    >
      {onboarding ? (
        <>
          <StateChip value={onboarding.status} />
          <Link component={RouterLink} to={`/onboardingDocuments/${onboarding.id}/show`}>
            {translate('orders.document')}
          </Link>
          {recipientContact ? (
            <span>
              {translate('orders.askedOf', { name: recipientContact.name, email: recipientContact.email })}
            </span>
          ) : null}
          {onboarding.submittedAt ? (
            <span>
              {translate('orders.submitted')} <When at={onboarding.submittedAt} relative />
            </span>
          ) : null}
          {onboarding.reviewer ? (
            <span>{translate('orders.reviewer', { name: onboarding.reviewer.name })}</span>
          ) : null}
          <VerbButtons record={onboarding} except={onItsPage} compact />
        </>
      ) : null}
      {provisioning ? (
        <>
          <StateChip value={provisioning.status} />
          <span>{translate('orders.attempts', { smart_count: provisioning.attempts })}</span>
          {provisioning.failure ? <Box sx={{ color: 'error.main' }}>{provisioning.failure}</Box> : null}
          {provisioning.activatedAt ? <When at={provisioning.activatedAt} /> : null}
          <VerbButtons record={provisioning} compact />
        </>
      ) : null}
    </Box>
  )
}
