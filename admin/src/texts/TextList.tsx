import Box from '@mui/material/Box'
import { DataTable, useTranslate } from 'react-admin'
import type { TextRowFragment } from '../gen/documents.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { statesOf } from '../shared/state-order.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'
import { RepliesPanel } from './RepliesPanel.js'

const Col = DataTable.Col<TextRowFragment>

const narrow = { display: { md: 'none' }, color: 'text.secondary', fontSize: '0.82rem' }

/** Every text that went out or waits, with what became of it; and what was texted back. */
export function TextList() {
  const translate = useTranslate()
  return (
    <>
      <TableList
        title="texts.title"
        sort={{ field: 'queuedAt', order: 'DESC' }}
        filters={
          <FilterChips
            source="state"
            label="texts.state"
            choices={statesOf('TextState')}
            words="texts.states"
          />
        }
      >
        <DataTable
          rowClick="show"
          bulkActionButtons={false}
          empty={<Quiet>{translate('texts.empty')}</Quiet>}
        >
          <Col source="toName" disableSort label="texts.to" render={(text) => <To text={text} />} />
          <Col
            source="template"
            disableSort
            label="texts.template"
            sx={wide}
            render={(text) => <Kind text={text} />}
          />
          <Col source="state" disableSort label="texts.state" render={(text) => <Fate text={text} />} />
          <Col
            source="queuedAt"
            label="texts.queuedAt"
            sx={wide}
            render={({ queuedAt }) => <When at={queuedAt} short />}
          />
        </DataTable>
      </TableList>
      <Box sx={{ mt: 2 }}>
        <RepliesPanel />
      </Box>
    </>
  )
}

/** To whom it went; on a telephone what the other columns say, too. */
function To({ text }: { text: TextRowFragment }) {
  return (
    <>
      <strong>{text.toName}</strong>
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{text.to}</Box>
      <Box sx={narrow}>
        <Kind text={text} />
        <Box>
          <When at={text.queuedAt} short />
        </Box>
      </Box>
    </>
  )
}

function Kind({ text: { template } }: { text: TextRowFragment }) {
  const translate = useTranslate()
  return <>{translate(`texts.templates.${template}`, { _: template })}</>
}

function Fate({ text: { state, cause } }: { text: TextRowFragment }) {
  const translate = useTranslate()
  return (
    <>
      <StateChip value={state} words="texts.states" />
      {cause ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{translate(`texts.causes.${cause}`)}</Box>
      ) : null}
    </>
  )
}
