import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useEffect, useState } from 'react'
import { useListContext, useTranslate } from 'react-admin'

interface Filters {
  about?: string[]
  occurredAt?: { gte?: string; lt?: string }
}

/** Filters of the log beside its parts: the id of anything, and a span of days. They live in the page's address. */
export function AuditFilters() {
  const translate = useTranslate()
  const { filterValues, setFilters } = useListContext()
  const { about, occurredAt, ...others } = filterValues as Filters
  const change = (next: Filters) => {
    const kept = Object.entries({ ...others, about, occurredAt, ...next }).filter(
      ([, value]) => value !== undefined,
    )
    setFilters(Object.fromEntries(kept))
  }
  const day = (part: 'gte' | 'lt') => (
    <TextField
      label={translate(part === 'gte' ? 'audit.from' : 'audit.to')}
      type="date"
      size="small"
      margin="none"
      value={occurredAt?.[part]?.slice(0, 10) ?? ''}
      slotProps={{ inputLabel: { shrink: true } }}
      onChange={(event) => change({ occurredAt: spanWith(occurredAt, part, event.target.value) })}
    />
  )
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
      <IdField id={about?.[0] ?? ''} onId={(id) => change({ about: id ? [id] : undefined })} />
      {day('gte')}
      {day('lt')}
      {about || occurredAt ? (
        <Button onClick={() => change({ about: undefined, occurredAt: undefined })}>
          {translate('audit.clear')}
        </Button>
      ) : null}
    </Box>
  )
}

function IdField({ id, onId }: { id: string; onId: (id: string) => void }) {
  const translate = useTranslate()
  const [text, setText] = useState(id)
  useEffect(() => setText(id), [id])
  return (
    <Box
      component="form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onId(text.trim())
      }}
      sx={{ flex: '1 1 260px', maxWidth: 380 }}
    >
      <TextField
        label={translate('audit.search')}
        placeholder={translate('audit.searchHelp')}
        size="small"
        margin="none"
        fullWidth
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== id && onId(text.trim())}
      />
    </Box>
  )
}

/** Days as moments at their beginning, in the reader's zone. */
function spanWith(span: Filters['occurredAt'], part: 'gte' | 'lt', day: string): Filters['occurredAt'] {
  const next = { ...span, [part]: day ? new Date(`${day}T00:00`).toISOString() : undefined }
  return next.gte || next.lt ? next : undefined
}
