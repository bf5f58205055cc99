import Box from '@mui/material/Box'
import { useTranslate } from 'react-admin'
import { type MailSampleQuery, MailSampleDocument } from '../../gen/documents.js'
import { Facts } from '../../shared/Facts.js'
import { Panel } from '../../shared/Panel.js'
import { Quiet } from '../../shared/Quiet.js'
import { useAsk } from '../../shared/use-ask.js'
import type { Choice } from './use-choice.js'

type Sample = NonNullable<MailSampleQuery['mailSample']>

const HEIGHT = '68vh'

/** A sample: its head, its page part in a frame that can do nothing, and its text part beside it. */
export function SampleShown({ choice }: { choice: Choice }) {
  const translate = useTranslate()
  const { template, locale, variant } = choice
  const { data, isPending } = useAsk(['mailSample'], MailSampleDocument, { template, locale, variant })
  const sample = data?.mailSample
  if (!sample) return isPending ? null : <Quiet>{translate('mails.gallery.none')}</Quiet>
  return (
    <>
      <Head sample={sample} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: 'minmax(0, 1fr) minmax(0, 1fr)' },
        }}
      >
        <PagePart sample={sample} choice={choice} />
        <TextPart sample={sample} />
      </Box>
    </>
  )
}

function Head({ sample }: { sample: Sample }) {
  const translate = useTranslate()
  return (
    <Panel title={sample.subject}>
      <Facts
        items={[
          [translate('mails.gallery.preheader'), sample.preheader],
          [translate('mails.recipient'), `${sample.toName}, ${sample.timeZone}`],
          [translate('mails.gallery.size'), `${(sample.bytes / 1024).toFixed(1)} kB`],
        ]}
      />
    </Panel>
  )
}

function PagePart({ sample, choice }: { sample: Sample; choice: Choice }) {
  const translate = useTranslate()
  return (
    <Panel title={translate('mails.asMail')}>
      <Box
        component="iframe"
        key={choice.scheme}
        title={translate('mails.previewOf', { subject: sample.subject })}
        sandbox=""
        srcDoc={inScheme(sample.html, choice.scheme)}
        sx={{
          display: 'block',
          mx: 'auto',
          width: '100%',
          maxWidth: choice.width === 'phone' ? 390 : 720,
          height: HEIGHT,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: choice.scheme === 'dark' ? '#0a1413' : '#f3f6f5',
        }}
      />
    </Panel>
  )
}

function TextPart({ sample }: { sample: Sample }) {
  const translate = useTranslate()
  return (
    <Panel title={translate('mails.asText')}>
      <Box
        component="pre"
        tabIndex={0}
        lang={sample.locale}
        aria-label={translate('mails.asText')}
        role="region"
        sx={{
          m: 0,
          maxHeight: HEIGHT,
          overflow: 'auto',
          fontSize: '0.82rem',
        }}
      >
        {sample.text}
      </Box>
    </Panel>
  )
}

/** The mail as a reader with a light or a dark screen sees it, whatever screen this is looked at on. */
function inScheme(html: string, scheme: Choice['scheme']): string {
  return html
    .replaceAll('(prefers-color-scheme: dark)', scheme === 'dark' ? 'all' : 'not all')
    .replaceAll('color-scheme: light dark', `color-scheme: ${scheme}`)
}
