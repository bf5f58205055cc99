import Button from '@mui/material/Button'
import { useState } from 'react'
import { DataTable, usePermissions, useTranslate } from 'react-admin'
import type { ServiceRowFragment } from '../gen/documents.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { TableList } from '../shared/TableList.js'
import { wide } from '../shared/wide.js'
import { ServiceDialog } from './ServiceDialog.js'

const Col = DataTable.Col<ServiceRowFragment>
const STATES = ['IN_PREPARATION', 'OFFERED', 'WITHDRAWN'] as const

/** What we sell, sold or prepare to sell. */
export function ServiceList() {
  const translate = useTranslate()
  return (
    <TableList
      title="catalogue.title"
      sort={{ field: 'name', order: 'ASC' }}
      filters={<FilterChips source="status" label="catalogue.state" choices={STATES} />}
      actions={<AddService />}
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<Quiet>{translate('catalogue.none')}</Quiet>}
      >
        <Col source="name" label="catalogue.name" render={(service) => <strong>{service.name}</strong>} />
        <Col
          source="status"
          disableSort
          label="catalogue.state"
          render={(service) => <StateChip value={service.status} />}
        />
        <Col
          source="flow"
          disableSort
          label="catalogue.flow"
          sx={wide}
          render={(service) => translate(`catalogue.flows.${service.flow}`)}
        />
        <Col
          source="channelName"
          disableSort
          label="catalogue.channel"
          sx={wide}
          render={(service) => service.channelName ?? '–'}
        />
        <Col
          source="form"
          disableSort
          label="catalogue.form"
          sx={wide}
          render={({ form }) => (form ? translate('catalogue.version', { version: form.version }) : '–')}
        />
        <Col
          source="blueprint"
          disableSort
          label="catalogue.blueprint"
          sx={wide}
          render={({ blueprint }) =>
            blueprint ? translate('catalogue.version', { version: blueprint.version }) : '–'
          }
        />
        <Col
          source="price"
          disableSort
          label="catalogue.price"
          align="right"
          render={(service) => service.price.formatted}
        />
      </DataTable>
    </TableList>
  )
}

function AddService() {
  const translate = useTranslate()
  const { permissions = [] } = usePermissions<string[]>()
  const [open, setOpen] = useState(false)
  if (!permissions.includes('ADMIN')) return null
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {translate('catalogue.add')}
      </Button>
      {open ? <ServiceDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
