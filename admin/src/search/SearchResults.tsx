import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import { useTranslate } from 'react-admin'
import { StateChip } from '../shared/StateChip.js'
import type { Found, FoundGroup } from './found.js'

interface SearchResultsProps {
  id: string
  groups: readonly FoundGroup[]
  /** The place of the marked one among all of them. */
  at: number
  onOpen: (found: Found) => void
}

/** What was found, kind by kind; the keyboard stays in the field above it. */
export function SearchResults({ id, groups, at, onOpen }: SearchResultsProps) {
  const translate = useTranslate()
  const before = (index: number) => groups.slice(0, index).reduce((sum, { found }) => sum + found.length, 0)
  return (
    <Box id={id} role="listbox" aria-label={translate('search.results')} sx={{ overflowY: 'auto', pb: 1 }}>
      {groups.map(({ name, found }, index) => (
        <Box key={name} role="group" aria-labelledby={`${id}-${name}`}>
          <Typography id={`${id}-${name}`} variant="overline" component="div" sx={groupHead}>
            {translate(`search.groups.${name}`)}
          </Typography>
          {found.map((one, nth) => {
            const own = before(index) + nth
            return (
              <Option
                key={`${one.to} ${one.title}`}
                id={`${id}-${own}`}
                found={one}
                isMarked={own === at}
                onOpen={onOpen}
              />
            )
          })}
        </Box>
      ))}
    </Box>
  )
}

interface OptionProps {
  id: string
  found: Found
  isMarked: boolean
  onOpen: (found: Found) => void
}

function Option({ id, found, isMarked, onOpen }: OptionProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isMarked) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isMarked])
  const { title, detail, state } = found
  return (
    <Box
      ref={line}
      id={id}
      role="option"
      aria-selected={isMarked}
      // The keyboard stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(found)}
      sx={{ ...option, bgcolor: isMarked ? 'action.selected' : undefined }}
    >
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <strong>{title}</strong>
        {detail ? <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{detail}</Box> : null}
      </Box>
      {state ? <StateChip value={state} /> : null}
    </Box>
  )
}

const groupHead = { color: 'text.secondary', px: 2, pt: 1 }

const option = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  px: 2,
  py: 0.75,
  cursor: 'pointer',
  '&:hover': { bgcolor: 'action.hover' },
  '&[aria-selected=true]': {
    boxShadow: (theme: { palette: { primary: { main: string } } }) =>
      `inset 3px 0 ${theme.palette.primary.main}`,
  },
}
