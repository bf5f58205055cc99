import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import { useTranslate } from 'react-admin'
import type { MentionableQuery } from '../gen/documents.js'

interface CallableListProps {
  id: string
  people: MentionableQuery['mentionable']
  /** Which of them the keyboard is at. */
  at: number
  onTake: (person: MentionableQuery['mentionable'][number]) => void
}

/** Whom one can call upon by name, below what is written. */
export function CallableList({ id, people, at, onTake }: CallableListProps) {
  const translate = useTranslate()
  return (
    <Paper
      variant="outlined"
      component="ul"
      role="listbox"
      id={id}
      aria-label={translate('feed.whom')}
      sx={{
        position: 'absolute',
        zIndex: 10,
        m: 0,
        p: 0.5,
        listStyle: 'none',
        minWidth: 240,
        maxWidth: '100%',
      }}
    >
      {people.map((person, index) => (
        <Box
          key={person.id}
          component="li"
          role="option"
          id={`${id}-${index}`}
          aria-selected={index === at}
          // The words keep the caret: a click takes the name before they would lose it.
          onMouseDown={(event: React.MouseEvent) => {
            event.preventDefault()
            onTake(person)
          }}
          sx={{
            px: 1,
            py: 0.5,
            borderRadius: 1,
            cursor: 'pointer',
            bgcolor: index === at ? 'action.selected' : undefined,
          }}
        >
          {person.name}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' '}
            · {person.organisation ?? translate('feed.team')}
          </Box>
        </Box>
      ))}
    </Paper>
  )
}
