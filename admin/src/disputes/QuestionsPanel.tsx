import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { DisputePageFragment, StatementShownFragment } from '../gen/documents.js'
import { Countdown } from '../shared/Countdown.js'
import { Panel } from '../shared/Panel.js'
import { When } from '../shared/When.js'

/** What we asked one side, what came back, and how long there is for what has not. */
export function QuestionsPanel({ dispute }: { dispute: DisputePageFragment }) {
  const translate = useTranslate()
  const texts = dispute.statements.filter(({ kind }) => kind === 'QUESTION' || kind === 'ANSWER')
  if (!texts.length) return null
  return (
    <Panel title={translate('disputes.questions')}>
      {texts.map((one) => (
        <Asked key={one.id} text={one} />
      ))}
      {dispute.asked && dispute.informationBy ? (
        <Typography component="div">
          {translate(`disputes.waitsFor.${dispute.asked}`)} <Countdown at={dispute.informationBy} />
        </Typography>
      ) : null}
    </Panel>
  )
}

function Asked({ text }: { text: StatementShownFragment }) {
  const translate = useTranslate()
  const answer = text.kind === 'ANSWER'
  return (
    <Box sx={{ mb: 1.5, ...(answer ? { pl: 1.5, borderLeft: 3, borderColor: 'divider' } : {}) }}>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        {translate(answer ? `disputes.answered.${text.party}` : 'disputes.asked', {
          name: text.givenBy ?? '',
        })}{' '}
        · <When at={text.givenAt} />
      </Typography>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontWeight: answer ? 400 : 600 }}>
        {text.text ?? translate('orders.erased')}
      </Box>
    </Box>
  )
}
