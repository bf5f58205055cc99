import ArrowDown from '@mui/icons-material/KeyboardArrowDown'
import ArrowUp from '@mui/icons-material/KeyboardArrowUp'
import Delete from '@mui/icons-material/DeleteOutlined'
import ExpandLess from '@mui/icons-material/ExpandLess'
import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Card from '@mui/material/Card'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslate } from 'react-admin'

/** One question or step of a list: a line to know it by, buttons to move and remove it, and its inputs once opened. */
export function ItemCard(props: {
  uid: string
  number: number
  count: number
  name: string
  hint: string
  faulty: boolean
  open: boolean
  onToggle: () => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  children: ReactNode
}) {
  const { number, count, hint, faulty, open, onToggle, onMove } = props
  const translate = useTranslate()
  const name = props.name.trim() || translate('editor.untitled')
  const keys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    if (!event.altKey || by === undefined) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <Card
      component="li"
      id={props.uid}
      onKeyDown={keys}
      sx={{ listStyle: 'none', ...(faulty ? { borderColor: 'error.main' } : {}) }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, pr: 1 }}>
        <ButtonBase
          onClick={onToggle}
          aria-expanded={open}
          sx={{
            flex: 1,
            minWidth: 0,
            gap: 1.25,
            px: 1.5,
            py: 1,
            justifyContent: 'flex-start',
            textAlign: 'left',
            font: 'inherit',
          }}
        >
          <Box
            component="span"
            sx={{ color: 'text.secondary', minWidth: 18, fontVariantNumeric: 'tabular-nums' }}
          >
            {number}
          </Box>
          <Box component="span" sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>
            <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
              {name}
            </Box>
            <Box
              component="span"
              sx={{ color: faulty ? 'error.main' : 'text.secondary', fontSize: '0.82rem' }}
            >
              {hint}
            </Box>
          </Box>
          {open ? <ExpandLess fontSize="small" /> : <ExpandMore fontSize="small" />}
        </ButtonBase>
        <Mover name={translate('editor.up', { name })} disabled={number === 1} onClick={() => onMove(-1)}>
          <ArrowUp fontSize="small" />
        </Mover>
        <Mover
          name={translate('editor.down', { name })}
          disabled={number === count}
          onClick={() => onMove(1)}
        >
          <ArrowDown fontSize="small" />
        </Mover>
        <Mover name={translate('editor.remove', { name })} onClick={props.onRemove}>
          <Delete fontSize="small" />
        </Mover>
      </Box>
      {open ? <Box sx={{ px: 1.5, pb: 1.5, display: 'grid', gap: 0.5 }}>{props.children}</Box> : null}
    </Card>
  )
}

/** A small button with its name on it; at an end of the list it stays reachable and does nothing. */
function Mover(props: { name: string; disabled?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip title={props.name}>
      <IconButton
        size="small"
        aria-label={props.name}
        aria-disabled={props.disabled || undefined}
        onClick={props.disabled ? undefined : props.onClick}
        sx={{ width: 32, height: 32, opacity: props.disabled ? 0.45 : 1 }}
      >
        {props.children}
      </IconButton>
    </Tooltip>
  )
}
