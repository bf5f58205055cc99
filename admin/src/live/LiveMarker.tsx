import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslate } from 'react-admin'
import { onSocketChange, socketIsUp } from './socket.js'

/** A quiet marker in the bar: live, or not just now. What was missed meanwhile is read again when it is back. */
export function LiveMarker() {
  const translate = useTranslate()
  const up = useSyncExternalStore(onSocketChange, socketIsUp)
  useReadAgain(up)
  const text = translate(up === false ? 'live.down' : up ? 'live.up' : 'live.connecting')
  return (
    <Tooltip title={translate(up === false ? 'live.downHelp' : 'live.upHelp')}>
      <Box
        role="status"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.75,
          fontSize: '0.78rem',
          color: 'text.secondary',
          px: 1,
        }}
      >
        <Box
          aria-hidden
          sx={{
            width: 8,
            height: 8,
            borderRadius: '50%',
            bgcolor: up === false ? 'warning.main' : up ? 'success.main' : 'text.disabled',
          }}
        />
        <Box component="span" sx={{ display: { xs: up === false ? 'inline' : 'none', sm: 'inline' } }}>
          {text}
        </Box>
      </Box>
    </Tooltip>
  )
}

/** What happened while nothing was live: before the first moment only what was read by then may have missed it. */
function useReadAgain(up: boolean | undefined) {
  const queryClient = useQueryClient()
  const before = useRef<boolean>(undefined)
  useEffect(() => {
    const was = before.current
    before.current = up
    if (up === true && was !== true)
      void queryClient.invalidateQueries({}, { cancelRefetch: was !== undefined })
  }, [up, queryClient])
}
