import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useListContext, useTranslate } from 'react-admin'
import { sentence } from './StateChip.js'

/** A list's filter as chips, any number of them on. It lives in the page's address, so it can be shared. */
export function FilterChips({
  source,
  label,
  choices,
  words = 'states',
}: {
  source: string
  label: string
  choices: readonly string[]
  /** Where these states are called otherwise than everywhere. */
  words?: string
}) {
  const translate = useTranslate()
  const id = useId()
  const { filterValues, setFilters } = useListContext()
  const chosen: string[] = filterValues[source] ?? []
  const toggle = (choice: string) => {
    const next = chosen.includes(choice) ? chosen.filter((one) => one !== choice) : [...chosen, choice]
    const { [source]: _, ...others } = filterValues
    setFilters(next.length ? { ...others, [source]: next } : others)
  }
  return (
    <Box
      role="group"
      aria-labelledby={id}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}
    >
      <Typography id={id} variant="body2" sx={{ color: 'text.secondary', mr: 0.5, minWidth: 44 }}>
        {translate(label)}
      </Typography>
      {choices.map((choice) => {
        const on = chosen.includes(choice)
        return (
          <Chip
            key={choice}
            size="small"
            clickable
            label={translate(`${words}.${choice}`, {
              _: translate(`states.${choice}`, { _: sentence(choice) }),
            })}
            aria-pressed={on}
            color={on ? 'primary' : 'default'}
            variant={on ? 'filled' : 'outlined'}
            onClick={() => toggle(choice)}
          />
        )
      })}
    </Box>
  )
}
