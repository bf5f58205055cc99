import Box from '@mui/material/Box'

/** A bar of a chart, as long as its share (0 to 1). Drawn only: the figure stands beside it in words. */
export function Bar({ share, tone = 'primary' }: { share: number; tone?: 'primary' | 'warning' }) {
  return (
    <Box
      component="svg"
      aria-hidden
      width="100%"
      height={10}
      sx={{ display: 'block', borderRadius: '3px', bgcolor: 'action.hover', color: `${tone}.main` }}
    >
      <rect width={`${Math.min(1, Math.max(0, share)) * 100}%`} height="100%" fill="currentColor" />
    </Box>
  )
}
