import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { Link as RouterLink } from 'react-router-dom'

/** The order that a row is about, with its buyer; a way to its page. */
export function OrderCell({ order }: { order: OrderShown | null | undefined }) {
  if (!order) return null
  return (
    <>
      <Link component={RouterLink} to={`/orders/${order.id}/show`} underline="always">
        {order.number}
      </Link>
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{order.buyer?.name}</Box>
    </>
  )
}

interface OrderShown {
  id: string
  number: string
  buyer?: { name: string } | null
}
