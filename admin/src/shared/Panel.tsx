import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'

/** A titled card of a page. `flush` leaves out the padding, for tables. */
export function Panel(props: { title: ReactNode; aside?: ReactNode; flush?: boolean; children: ReactNode }) {
  const id = useId()
  return (
    <Card component="section" aria-labelledby={id} sx={{ mb: 2, overflow: 'visible' }}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          flexWrap: 'wrap',
          px: 2,
          py: 1,
          minHeight: 44,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography variant="h2" id={id} sx={{ flex: 1 }}>
          {props.title}
        </Typography>
        {props.aside}
      </Box>
      {props.flush ? (
        <Box tabIndex={0} sx={{ overflowX: 'auto' }}>
          {props.children}
        </Box>
      ) : (
        <Box sx={{ p: 2 }}>{props.children}</Box>
      )}
    </Card>
  )
}
