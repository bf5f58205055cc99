import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { TextRepliesDocument } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { useAsk } from '../shared/use-ask.js'
import { When } from '../shared/When.js'

/** What was texted to us last: answers, and who wants texts or no texts any more. */
export function RepliesPanel() {
  const translate = useTranslate()
  const replies = useAsk(['texts', 'replies'], TextRepliesDocument, {}).data?.textReplies.nodes
  return (
    <Panel title={translate('texts.replies')}>
      {replies?.length === 0 ? <Quiet>{translate('texts.noReplies')}</Quiet> : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {replies?.map(({ id, from, body, kind, receivedAt, appointment, order }) => (
          <li key={id}>
            <strong>{from}</strong> · {translate(`texts.replyKinds.${kind}`)}
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
              <When at={receivedAt} />
              {appointment ? (
                <>
                  {' · '}
                  <Link component={RouterLink} to={`/appointments/${appointment.id}/show`} underline="always">
                    {order?.number}
                  </Link>
                </>
              ) : null}
            </Typography>
            <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              “{body ?? translate('orders.erased')}”
            </Box>
          </li>
        ))}
      </Box>
    </Panel>
  )
}
