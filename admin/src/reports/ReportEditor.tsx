import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { ReportPageFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { OfferButton } from '../verbs/OfferButton.js'
import { useVerb, useVerbLabel } from '../verbs/use-verb.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { FiguresEditor } from './FiguresEditor.js'
import { ItemsEditor } from './ItemsEditor.js'
import { MailPreview } from './MailPreview.js'
import { type ItemList, useReportDraft } from './use-report-draft.js'

const LISTS: ItemList[] = ['done', 'next', 'questions']

/** A draft to be completed, beside the mail that it becomes. Sending saves first what is not saved yet. */
export function ReportEditor({ report }: { report: ReportPageFragment }) {
  const translate = useTranslate()
  const { draft, content, change, save, pending, problems, changed } = useReportDraft(report)
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) minmax(0,1fr)' },
      }}
    >
      <Panel title={translate('reports.write')}>
        <TextField
          label={translate('reports.note')}
          helperText={problems['note'] ?? translate('reports.noteHelp')}
          error={Boolean(problems['note'])}
          multiline
          minRows={3}
          fullWidth
          sx={{ mb: 2 }}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        {LISTS.map((list) => (
          <ItemsEditor
            key={list}
            list={list}
            items={draft[list]}
            problems={problems}
            onChange={(items) => change({ [list]: items })}
          />
        ))}
        <FiguresEditor
          figures={draft.figures}
          problems={problems}
          onChange={(figures) => change({ figures })}
        />
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 2 }}>
          <SendButton report={report} unsaved={changed} save={save} />
          <Button variant="outlined" disabled={!changed || pending} onClick={() => void save()}>
            {translate('reports.save')}
          </Button>
          <VerbButtons record={report} except={['saveReport', 'sendReport', 'draftReport']} />
          <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
            {changed ? translate('reports.notSaved') : report.savedAt ? translate('reports.saved') : ''}
          </Typography>
        </Box>
      </Panel>
      <Box sx={{ position: { lg: 'sticky' }, top: 64 }}>
        <MailPreview id={report.id} content={content} />
      </Box>
    </Box>
  )
}

/** Sends what stands there: saved first where it is not, so that nobody sends what they do not see. */
function SendButton(props: { report: ReportPageFragment; unsaved: boolean; save: () => Promise<boolean> }) {
  const { report, unsaved, save } = props
  const label = useVerbLabel()('sendReport')
  const { run, pending } = useVerb('sendReport')
  const offer = report.availableActions.find(({ name }) => name === 'sendReport')
  if (!offer) return null
  const send = async () => {
    if (unsaved && !(await save())) return
    await run({ id: report.id }, unsaved ? undefined : report.version)
  }
  return (
    <OfferButton offer={offer} variant="contained" disabled={pending} onClick={() => void send()}>
      {label}
    </OfferButton>
  )
}
