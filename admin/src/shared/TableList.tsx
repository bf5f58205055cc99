import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import type { ReactNode } from 'react'
import { ColumnsButton, ListBase, useTranslate, type SortPayload } from 'react-admin'
import { SaveView } from '../views/SaveView.js'
import { ViewBar } from '../views/ViewBar.js'
import { CountedPagination } from './CountedPagination.js'
import { PageHead } from './PageHead.js'

/** A list page: its title, its filters in a row with one's saved views of them, its table (`children`) and the pages below. */
export function TableList(props: {
  title: string
  sort: SortPayload
  filters?: ReactNode
  actions?: ReactNode
  defaults?: Record<string, unknown>
  children: ReactNode
}) {
  const translate = useTranslate()
  return (
    <ListBase perPage={25} sort={props.sort} exporter={false} filterDefaultValues={props.defaults}>
      <PageHead title={translate(props.title)}>
        {props.actions}
        {props.filters ? <SaveView /> : null}
        <ColumnsButton />
      </PageHead>
      {props.filters ? (
        <Box sx={{ display: 'grid', gap: 1, mb: 1.5 }}>
          <ViewBar />
          {props.filters}
        </Box>
      ) : null}
      {/* What an empty list says stands where the words of its cells would. */}
      <Card sx={{ overflowX: 'auto', '& > p': { px: 1.5 } }}>{props.children}</Card>
      <CountedPagination />
    </ListBase>
  )
}
