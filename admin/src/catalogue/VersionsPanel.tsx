import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
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
        <VersionsTable {...props} mayEdit={mayEdit} editor={editor} />
      ) : (
        <Quiet>{translate('catalogue.notYet')}</Quiet>
      )}
      {total > versions.length ? <Quiet>{translate('catalogue.more', { count: total })}</Quiet> : null}
    </Panel>
  )
}

function VersionsTable<V extends Version>(props: VersionsProps<V> & { mayEdit: boolean; editor: string }) {
  const translate = useTranslate()
  const { versions } = props
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {['listed', 'publishedHead', 'noteHead', 'ordersHead'].map((head) => (
            <TableCell key={head}>{translate(`catalogue.${head}`)}</TableCell>
          ))}
          <TableCell />
        </TableRow>
      </TableHead>
      <TableBody>
        {versions.map((version, index) => (
          <Row
            key={version.id}
            {...props}
            version={version}
            before={versions[index + 1]}
            newest={index === 0}
          />
        ))}
      </TableBody>
    </Table>
  )
}

function Row<V extends Version>(
  props: VersionsProps<V> & {
    mayEdit: boolean
    editor: string
    version: V
    before: V | undefined
    newest: boolean
  },
) {
  const { version, before, newest, draft, changesOf } = props
  const translate = useTranslate()
  const [shown, setShown] = useState(false)
  return (
    <TableRow>
      <TableCell sx={{ fontWeight: newest ? 650 : 400, whiteSpace: 'nowrap' }}>
        {translate('catalogue.version', { version: version.version })}
      </TableCell>
      <TableCell>
        <When at={version.publishedAt} short />
        {version.publishedBy ? `, ${version.publishedBy.name}` : null}
      </TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 140 }}>{version.note}</TableCell>
      <TableCell>
        {translate('catalogue.orders', {
          running: version.runningOrderCount ?? 0,
          all: version.orderCount ?? 0,
        })}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        <Button onClick={() => setShown(true)}>{translate('catalogue.changes')}</Button>
        {props.mayEdit && !newest ? (
          <TakeButton
            to={`${props.editor}?from=${version.version}`}
            version={version.version}
            draft={draft}
          />
        ) : null}
        {shown ? (
          <ChangesDialog
            version={version.version}
            before={before?.version}
            changes={before ? changesOf(before, version) : undefined}
            onClose={() => setShown(false)}
          />
        ) : null}
      </TableCell>
    </TableRow>
  )
}
