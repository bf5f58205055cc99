import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, type ReactNode } from 'react'
import { Title } from 'react-admin'

/** The head of a page: its title (also in the bar), what kind of thing it is, and its buttons. */
export function PageHead(props: {
  title: string
  kicker?: ReactNode
  state?: ReactNode
  children?: ReactNode
}) {
  useEffect(() => {
    document.title = `${props.title} · Waybill`
  }, [props.title])
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.5, mt: 2, mb: 2 }}>
      <Title title={props.title} />
      <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
        {props.kicker ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {props.kicker}
          </Typography>
        ) : null}
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            {props.title}
          </Typography>
          {props.state}
        </Box>
      </Box>
      {props.children}
    </Box>
  )
}
