import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { MailPageFragment } from '../gen/documents.js'
import { Facts } from '../shared/Facts.js'
import { PageHead } from '../shared/PageHead.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { RecordPage } from '../shared/RecordPage.js'
import { StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { useVerb, useVerbLabel } from '../verbs/use-verb.js'

/** One mail, as it looked. */
export function MailPage() {
  return <RecordPage<MailPageFragment>>{(mail) => <MailShown mail={mail} />}</RecordPage>
}

function MailShown({ mail }: { mail: MailPageFragment }) {
  const translate = useTranslate()
  return (
    <>
      <PageHead title={mail.subject} kicker={mail.template} state={<StateChip value={mail.state} />}>
        {mail.canBeResent ? <Resend id={mail.id} /> : null}
      </PageHead>
      <Panel title={translate('mails.delivery')}>
        <Facts
          items={[
            [translate('mails.to'), mail.to],
            [translate('mails.recipient'), mail.toName],
            [translate('mails.failure'), mail.failure],
            [translate('mails.attempts'), mail.attempts ? String(mail.attempts) : null],
            [translate('mails.nextTryAt'), mail.nextTryAt ? <When key="next" at={mail.nextTryAt} /> : null],
            [
              translate('mails.bouncedAt'),
              mail.bouncedAt ? <When key="bounced" at={mail.bouncedAt} /> : null,
            ],
            [translate('mails.queuedAt'), <When key="queued" at={mail.queuedAt} />],
            [translate('mails.takenAt'), mail.takenAt ? <When key="taken" at={mail.takenAt} /> : null],
            [
              translate('mails.order'),
              mail.order ? (
                <Link key="order" component={RouterLink} to={`/orders/${mail.order.id}/show`}>
                  {mail.order.number}
                </Link>
              ) : null,
            ],
          ]}
        />
      </Panel>
      <Preview mail={mail} />
    </>
  )
}

/** Sends it anew, to the address that its recipient has now. */
function Resend({ id }: { id: string }) {
  const { run, pending } = useVerb('resendMail')
  const label = useVerbLabel()
  return (
    <Button variant="contained" disabled={pending} onClick={() => void run({ id })}>
      {label('resendMail')}
    </Button>
  )
}

/** The mail in a frame that may run nothing and reach nothing of ours; its links open in a window of their own. */
function Preview({ mail }: { mail: MailPageFragment }) {
  const translate = useTranslate()
  const [side, setSide] = useState<'html' | 'text'>('html')
  return (
    <Panel
      title={translate('mails.preview')}
      flush
      aside={
        <Tabs
          value={side}
          onChange={(_, value) => setSide(value)}
          aria-label={translate('mails.preview')}
          sx={{ minHeight: 36 }}
        >
          <Tab value="html" label={translate('mails.asMail')} sx={{ minHeight: 36, py: 0 }} />
          <Tab value="text" label={translate('mails.asText')} sx={{ minHeight: 36, py: 0 }} />
        </Tabs>
      }
    >
      {side === 'html' && mail.html ? (
        <Box
          component="iframe"
          title={translate('mails.previewOf', { subject: mail.subject })}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={mail.html}
          sx={{
            width: '100%',
            height: '70vh',
            border: 0,
            bgcolor: '#fff',
            display: 'block',
            borderRadius: '0 0 6px 6px',
          }}
        />
      ) : (
        <Box
          component="pre"
          tabIndex={0}
          sx={{ m: 0, p: 2, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '0.86rem' }}
        >
          {(side === 'text' ? mail.text : undefined) ?? <Quiet>{translate('mails.noBody')}</Quiet>}
        </Box>
      )}
    </Panel>
  )
}
