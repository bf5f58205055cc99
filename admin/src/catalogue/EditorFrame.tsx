import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { useState, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { Link as To } from 'react-router-dom'
import type { ServicePageFragment } from '../gen/documents.js'
import { PageHead } from '../shared/PageHead.js'
import { Panel } from '../shared/Panel.js'
import type { Change } from './changes.js'
import { DiscardButton } from './DiscardButton.js'
import { EditorBar } from './EditorBar.js'
import { LeaveGuard } from './LeaveGuard.js'
import { PublishDialog } from './PublishDialog.js'
import type { UseDraft } from './use-draft.js'

/** What every editor has around its inputs: where the draft stands, saving, publishing, the preview beside it. */
export function EditorFrame<Content>(props: {
  service: ServicePageFragment
  kind: 'FORM' | 'BLUEPRINT'
  draft: UseDraft<Content>
  /** What is different from the newest version; undefined where there is none yet. */
  changes: Change[] | undefined
  basedOn: number | undefined
  sent: object
  again: () => void
  preview: ReactNode
  flush?: boolean
  children: (problems: Record<string, string>) => ReactNode
}) {
  const { service, kind, draft, changes } = props
  const translate = useTranslate()
  const [shown, setShown] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const [refused, setRefused] = useState<Record<string, string>>({})
  const newest = kind === 'FORM' ? service.form : service.blueprint
  const word = kind === 'FORM' ? 'form' : 'blueprint'
  const problems = draft.problems ?? refused
  const begin = async () => {
    setShown(true)
    if (Object.keys(draft.problems ?? {}).length === 0 && (await draft.flush())) setPublishing(true)
  }
  return (
    <>
      <PageHead
        title={translate(`editor.${word}Title`)}
        kicker={
          <Link component={To} to={`/services/${service.id}/show`}>
            {service.name}
          </Link>
        }
      >
        <DiscardButton service={service} kind={kind} draft={draft} again={props.again} />
      </PageHead>
      <EditorBar
        draft={draft}
        unchanged={changes?.length === 0 ? newest?.version : undefined}
        onPublish={() => void begin()}
        onProblems={() => setShown(true)}
      />
      {draft.state === 'conflict' ? <Conflict keepMine={draft.keepMine} again={props.again} /> : null}
      {newest && props.basedOn !== undefined && props.basedOn < newest.version ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('editor.newer', { version: newest.version })}
        </Alert>
      ) : null}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) minmax(0,1fr)' },
        }}
      >
        <Box sx={{ minWidth: 0 }}>{props.children(shown ? problems : {})}</Box>
        <Box sx={{ minWidth: 0, position: { lg: 'sticky' }, top: { lg: 124 } }}>
          <Panel
            title={translate(kind === 'FORM' ? 'editor.preview' : 'editor.blueprintPreview')}
            flush={props.flush}
          >
            {props.preview}
          </Panel>
        </Box>
      </Box>
      {publishing ? (
        <PublishDialog
          service={service}
          kind={kind}
          changes={changes}
          sent={props.sent}
          draftVersion={draft.draftVersion}
          onRefused={setRefused}
          onClose={() => setPublishing(false)}
        />
      ) : null}
      <LeaveGuard unsaved={['unsaved', 'saving', 'failed', 'conflict'].includes(draft.state)} />
    </>
  )
}

function Conflict({ keepMine, again }: { keepMine: () => Promise<boolean>; again: () => void }) {
  const translate = useTranslate()
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        <>
          <Button color="inherit" onClick={again}>
            {translate('editor.takeTheirs')}
          </Button>
          <Button color="inherit" onClick={() => void keepMine()}>
            {translate('editor.keepMine')}
          </Button>
        </>
      }
    >
      {translate('editor.conflictText')}
    </Alert>
  )
}
