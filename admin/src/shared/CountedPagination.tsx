import Typography from '@mui/material/Typography'
import { Pagination, useListContext, useTranslate } from 'react-admin'

/** Pages by number; where the count was capped, it says so. */
export function CountedPagination() {
  const translate = useTranslate()
  const { meta, total } = useListContext()
  return (
    <>
      <Pagination rowsPerPageOptions={[25, 50, 100]} />
      {meta?.precision === 'AT_LEAST' ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'right', px: 2, pb: 1 }}>
          {translate('shared.capped', { count: total })}
        </Typography>
      ) : null}
    </>
  )
}
