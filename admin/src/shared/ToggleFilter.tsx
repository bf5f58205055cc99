import Chip from '@mui/material/Chip'
import { useListContext, useTranslate } from 'react-admin'

interface ToggleFilterProps {
  label: string
  source: string
  /** What `source` is asked for while it is on. */
  value: unknown
  /** Whether it takes the place of all other filters. */
  alone?: boolean
}

/** Narrows a list by one press, and opens it again by another. */
export function ToggleFilter({ label, source, value, alone }: ToggleFilterProps) {
  const translate = useTranslate()
  const { filterValues, setFilters } = useListContext()
  const { [source]: present, ...others } = filterValues
  const on = Boolean(present)
  return (
    <Chip
      size="small"
      clickable
      label={translate(label)}
      aria-pressed={on}
      color={on ? 'primary' : 'default'}
      variant={on ? 'filled' : 'outlined'}
      onClick={() => setFilters(on ? others : { ...(alone ? {} : others), [source]: value })}
      sx={{ justifySelf: 'start' }}
    />
  )
}
