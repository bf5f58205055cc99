import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { FeedPersonShownFragment } from '../gen/documents.js'

/** Who else is at a feed just now, and who writes: so that two of us do not answer at once. */
export function Presence({ people }: { people: readonly FeedPersonShownFragment[] }) {
  const translate = useTranslate()
  const names = (some: readonly FeedPersonShownFragment[]) => some.map(({ name }) => name).join(', ')
  const typing = people.filter(({ isTyping }) => isTyping)
  const here = people.filter(({ isPresent }) => isPresent)
  const words = typing.length
    ? translate('feed.typing', { names: names(typing), smart_count: typing.length })
    : here.length
      ? translate('feed.here', { names: names(here), smart_count: here.length })
      : ''
  return (
    <Typography
      role="status"
      variant="body2"
      sx={{ color: typing.length ? 'primary.main' : 'text.secondary', minHeight: 20, mb: 0.5 }}
    >
      {words}
    </Typography>
  )
}
