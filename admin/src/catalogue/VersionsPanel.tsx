import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ServicePageFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { When } from '../shared/When.js'
import type { Change } from './changes.js'
import { ChangesDialog } from './ChangesDialog.js'
import { TakeButton } from './TakeButton.js'

/** What is told of every version. */
export interface Version {
  id: string
  version: number
  note?: string | null
  publishedAt?: string | null
  orderCount?: number | null
  runningOrderCount?: number | null
  publishedBy?: { name: string } | null
}

interface VersionsProps<V extends Version> {
  service: ServicePageFragment
  kind: 'form' | 'blueprint'
  versions: readonly V[]
  total: number
  draft: { savedBy?: string | null } | null | undefined
  changesOf: (before: V, after: V) => Change[]
}

/** The published versions of a service's form or blueprint: who, when, why, how many orders use each, what changed. */
export function VersionsPanel<V extends Version>(props: VersionsProps<V>) {
  const { service, kind, versions, total, draft } = props
  const translate = useTranslate()
  const verb = kind === 'form' ? 'publishOnboardingForm' : 'publishTaskBlueprint'
  const mayEdit = service.availableActions.some((action) => action.name === verb && action.allowed)
  const editor = `/services/${service.id}/${kind}`
  const edit = (
    <Button component={Link} to={editor} variant="outlined">
      {translate(draft ? 'catalogue.goOnEditing' : 'catalogue.edit')}
    </Button>
  )
  return (
    <Panel title={translate(`catalogue.${kind}`)} aside={mayEdit ? edit : undefined} flush>
      {draft ? (
        <Alert severity="info" sx={{ m: 2 }}>
          {translate('catalogue.draftOf', { name: draft.savedBy ?? '–' })}
        </Alert>
      ) : null}
      {versions.length ? (
        <VersionsList {...props} mayEdit={mayEdit} editor={editor} />
      ) : (
        <Box sx={{ px: 2 }}>
          <Quiet>{translate('catalogue.notYet')}</Quiet>
        </Box>
      )}
      {total > versions.length ? (
        <Box sx={{ px: 2 }}>
          <Quiet>{translate('catalogue.more', { count: total })}</Quiet>
        </Box>
      ) : null}
    </Panel>
  )
}

function VersionsList<V extends Version>(props: VersionsProps<V> & { mayEdit: boolean; editor: string }) {
  const { versions } = props
  return (
    <Box component="ol" sx={{ m: 0, p: 0 }}>
      {versions.map((version, index) => (
        <Row
          key={version.id}
          {...props}
          version={version}
          before={versions[index + 1]}
          newest={index === 0}
        />
      ))}
    </Box>
  )
}

interface RowProps<V extends Version> extends VersionsProps<V> {
  mayEdit: boolean
  editor: string
  version: V
  before: V | undefined
  newest: boolean
}

function Row<V extends Version>(props: RowProps<V>) {
  const { version, before, newest, draft, changesOf } = props
  const translate = useTranslate()
  const [shown, setShown] = useState(false)
  return (
    <Box
      component="li"
      sx={{
        listStyle: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 1,
        borderTop: newest ? 0 : 1,
        borderColor: 'divider',
      }}
    >
      <VersionFacts version={version} newest={newest} />
      <Button onClick={() => setShown(true)}>{translate('catalogue.changes')}</Button>
      {props.mayEdit && !newest ? (
        <TakeButton to={`${props.editor}?from=${version.version}`} version={version.version} draft={draft} />
      ) : null}
      {shown ? (
        <ChangesDialog
          version={version.version}
          before={before?.version}
          changes={before ? changesOf(before, version) : undefined}
          onClose={() => setShown(false)}
        />
      ) : null}
    </Box>
  )
}

function VersionFacts({ version, newest }: { version: Version; newest: boolean }) {
  const translate = useTranslate()
  return (
    <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
      <Typography sx={{ fontWeight: newest ? 650 : 400 }}>
        {translate('catalogue.version', { version: version.version })}
      </Typography>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        <When at={version.publishedAt} short />
        {version.publishedBy ? `, ${version.publishedBy.name}` : null}
        {' · '}
        {translate('catalogue.orders', {
          running: version.runningOrderCount ?? 0,
          all: version.orderCount ?? 0,
        })}
      </Typography>
      {version.note ? (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {version.note}
        </Typography>
      ) : null}
    </Box>
  )
}
