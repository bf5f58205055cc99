import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useTranslate } from 'react-admin'
import { Link, useNavigate } from 'react-router-dom'

/** The way through a queue from one of its pages: by click, or by the keys j or n for the next and k for the one before. */
export function QueueWalk(props: {
  ids: readonly string[]
  id: string
  label: string
  to: (id: string) => string
}) {
  const translate = useTranslate()
  const { ids, id } = props
  const at = ids.indexOf(id)
  const page = (one: string | undefined) => (one ? props.to(one) : undefined)
  const next = page(at < 0 ? ids.find((other) => other !== id) : ids[at + 1])
  const previous = page(at > 0 ? ids[at - 1] : undefined)
  useQueueKeys(next, previous)
  return (
    <Box component="nav" aria-label={props.label} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <Way to={previous} keys="k" text={translate('shared.queue.previous')} />
      <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {at < 0
          ? translate('shared.queue.waiting', { smart_count: ids.length })
          : translate('shared.queue.position', { position: at + 1, length: ids.length })}
      </Typography>
      <Way to={next} keys="j n" text={translate('shared.queue.next')} />
    </Box>
  )
}

/** A link; at the end of the way a button that does nothing. */
function Way({ to, keys, text }: { to: string | undefined; keys: string; text: string }) {
  if (!to) return <Button disabled>{text}</Button>
  return (
    <Button component={Link} to={to} aria-keyshortcuts={keys}>
      {text}
    </Button>
  )
}

/** The keys do nothing while somebody types. */
function useQueueKeys(next: string | undefined, previous: string | undefined): void {
  const navigate = useNavigate()
  useEffect(() => {
    const targets: Record<string, string | undefined> = { j: next, n: next, k: previous }
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest(
        'input, textarea, select, [role="dialog"], [contenteditable]',
      )
      const target = targets[event.key]
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !target) return
      void navigate(target)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [navigate, next, previous])
}
