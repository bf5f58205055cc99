import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { TextPageFragment } from '../gen/documents.js'
import { Facts } from '../shared/Facts.js'
import { PageHead } from '../shared/PageHead.js'
import { Panel } from '../shared/Panel.js'
import { RecordPage } from '../shared/RecordPage.js'
import { StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'

/** One text: what it says, to whom it went, and what became of it. */
export function TextPage() {
  return <RecordPage<TextPageFragment>>{(text) => <TextShown text={text} />}</RecordPage>
}

function TextShown({ text }: { text: TextPageFragment }) {
  const translate = useTranslate()
  return (
    <>
      <PageHead
        title={translate('texts.toWhom', { name: text.toName })}
        kicker={translate(`texts.templates.${text.template}`, { _: text.template })}
        state={<StateChip value={text.state} words="texts.states" />}
      />
      <Panel title={translate('texts.says')}>
        <Box sx={bubble}>{text.body ?? translate('orders.erased')}</Box>
      </Panel>
      <Panel title={translate('texts.facts')}>
        <Facts items={useFacts(text)} />
      </Panel>
    </>
  )
}

function useFacts(text: TextPageFragment): [string, React.ReactNode][] {
  const translate = useTranslate()
  const { order, appointment, cause } = text
  const fact = (name: string, value: React.ReactNode): [string, React.ReactNode] => [
    translate(`texts.fact.${name}`),
    value,
  ]
  const at = (moment: string | null | undefined) => (moment ? <When at={moment} /> : null)
  const to = (path: string, words: string) => (
    <Link component={RouterLink} to={path}>
      {words}
    </Link>
  )
  return [
    fact('to', text.to),
    fact('timeZone', text.timeZone),
    fact('order', order ? to(`/orders/${order.id}/show`, order.number) : null),
    fact(
      'appointment',
      appointment ? to(`/appointments/${appointment.id}/show`, appointment.serviceName) : null,
    ),
    fact('cause', cause ? translate(`texts.causes.${cause}`) : null),
    fact('failure', text.failure),
    fact('parts', text.parts),
    fact('attempts', text.attempts),
    fact('queuedAt', at(text.queuedAt)),
    fact('nextTryAt', at(text.nextTryAt)),
    fact('sentAt', at(text.sentAt)),
    fact('endedAt', at(text.endedAt)),
    fact('providerId', text.providerId),
  ]
}

const bubble = {
  maxWidth: 420,
  px: 1.5,
  py: 1,
  borderRadius: 2,
  bgcolor: 'background.default',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}
