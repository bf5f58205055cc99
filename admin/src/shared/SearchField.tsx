import TextField from '@mui/material/TextField'
import { useEffect, useState } from 'react'
import { useListContext, useTranslate } from 'react-admin'

/** How long somebody may pause while they type. */
const PAUSE_MS = 300

/** A list's search by words. It lives in the page's address with the other filters. */
export function SearchField({ label }: { label: string }) {
  const translate = useTranslate()
  const { filterValues, setFilters } = useListContext()
  const asked = String(filterValues.q ?? '')
  const [text, setText] = useState(asked)
  useEffect(() => setText(asked), [asked])
  useEffect(() => {
    if (text.trim() === asked) return
    const timer = setTimeout(() => {
      const { q: _, ...others } = filterValues
      setFilters(text.trim() ? { ...others, q: text.trim() } : others)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, asked, filterValues, setFilters])
  return (
    <TextField
      type="search"
      label={translate(label)}
      value={text}
      onChange={(event) => setText(event.target.value)}
      sx={{ m: 0, width: { xs: '100%', sm: 340 } }}
      slotProps={{ htmlInput: { maxLength: 100 } }}
    />
  )
}
