import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

/** What a panel says when it has nothing to show. */
export function Quiet({ children }: { children: ReactNode }) {
  return <Typography sx={{ color: 'text.secondary', py: 1 }}>{children}</Typography>
}
