import LinearProgress from '@mui/material/LinearProgress'
import type { ReactNode } from 'react'
import { ShowBase, useShowContext, type RaRecord } from 'react-admin'

/** Keeps a page's record apart from the rows that lists put aside: a row does not select all that a page shows. */
const whole = { meta: { whole: true } }

/** A record's page: it waits for the record, then draws it. What is shown is read again when live news says so. */
export function RecordPage<Shown extends RaRecord>({ children }: { children: (record: Shown) => ReactNode }) {
  return (
    <ShowBase queryOptions={whole}>
      <Waiting>{children}</Waiting>
    </ShowBase>
  )
}

function Waiting<Shown extends RaRecord>({ children }: { children: (record: Shown) => ReactNode }) {
  const { record } = useShowContext<Shown>()
  return record ? <>{children(record)}</> : <LinearProgress aria-label="…" sx={{ mt: 2 }} />
}
