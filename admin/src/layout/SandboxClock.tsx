import Schedule from '@mui/icons-material/ScheduleOutlined'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useNotify, usePermissions, useTranslate } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import { useClockAhead } from '../shared/use-clock-ahead.js'

const steps = ['PT1H', 'PT24H', 'PT72H', 'P7D']
const hourMs = 3_600_000

/** In the sandbox: how far its clock was moved, and moving it on, deadlines and all. Not there in production. */
export function SandboxClock() {
  const translate = useTranslate()
  const ahead = useClockAhead()
  const { permissions = [] } = usePermissions<string[]>()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const { advance, pending } = useAdvance()
  if (ahead === undefined || !permissions.includes('ADMIN')) return null
  const hours = Math.round(ahead / hourMs)
  return (
    <>
      <Button
        color="inherit"
        startIcon={<Schedule />}
        disabled={pending}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ display: { xs: 'none', md: 'inline-flex' }, color: 'text.secondary' }}
      >
        {hours > 0 ? translate('layout.clockAhead', { hours }) : translate('layout.clock')}
      </Button>
      <Menu open={Boolean(anchor)} anchorEl={anchor} onClose={() => setAnchor(undefined)}>
        {steps.map((by) => (
          <MenuItem
            key={by}
            onClick={() => {
              setAnchor(undefined)
              void advance(by)
            }}
          >
            {translate(`layout.advance.${by}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

function useAdvance() {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const queryClient = useQueryClient()
  const notify = useNotify()
  const [pending, setPending] = useState(false)
  const advance = async (by: string) => {
    setPending(true)
    try {
      await dataProvider.verb('advanceClock', { by }, { idempotencyKey: crypto.randomUUID() })
      notify('layout.advanced', { type: 'success' })
    } catch (error) {
      notify((error as Error).message, { type: 'error' })
    }
    setPending(false)
    await queryClient.invalidateQueries()
  }
  return { advance, pending }
}
