import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { Theme } from '@mui/material/styles'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { unseen } from '../shared/unseen.js'
import { SearchDialog } from './SearchDialog.js'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The search through everything, in the bar: by a press, or by ⌘K or Ctrl+K from anywhere. */
export function SearchButton() {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const heed = (event: KeyboardEvent) => {
      if (!isCall(event)) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    window.addEventListener('keydown', heed)
    return () => window.removeEventListener('keydown', heed)
  }, [])
  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => setOpen(true)}
        sx={button}
      >
        <SearchIcon sx={{ fontSize: { xs: 24, md: 20 } }} />
        <Box component="span" sx={words}>
          {translate('search.title')}
        </Box>
        <Box component="kbd" aria-hidden sx={hint}>
          {isMac ? '⌘K' : 'Ctrl K'}
        </Box>
      </Button>
      {open ? <SearchDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function isCall({ key, metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (metaKey || ctrlKey) && !altKey && !shiftKey && key.toLowerCase() === 'k'
}

const button = {
  minWidth: 0,
  px: { xs: 1, md: 1.25 },
  mr: { md: 1 },
  gap: 1,
  color: { md: 'text.secondary' },
  border: { md: 1 },
  borderColor: { md: 'divider' },
}

/** Where there is little room the glass says enough; its name is still heard. */
const words = (theme: Theme) => ({ [theme.breakpoints.down('md')]: unseen })

const hint = {
  display: { xs: 'none', md: 'inline' },
  font: 'inherit',
  fontSize: '0.74rem',
  border: 1,
  borderColor: 'divider',
  borderRadius: 0.5,
  px: 0.5,
}
