import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { Composer } from '../feed/Composer.js'
import { Presence } from '../feed/Presence.js'
import { usePresence } from '../feed/use-presence.js'
import { useReadMark } from '../feed/use-read-mark.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { kindOf, type EntryKind } from './activity-kinds.js'
import { readersOf } from './readers-of.js'
import type { Subjects } from './subjects.js'
import { TimelineEntry } from './TimelineEntry.js'
import { useActivity } from './use-activity.js'

const filters: (EntryKind | 'all')[] = ['all', 'messages', 'work', 'money']

interface TimelineProps {
  orderId: string
  subjects: Subjects
  /** What is shown of it at first. */
  only?: EntryKind
  /** Whether one can write at once. */
  autoFocus?: boolean
}

/** An order's timeline: messages and events in one sequence, newest first, followed live, with a box to write. */
export function Timeline({ orderId, subjects, only, autoFocus }: TimelineProps) {
  const translate = useTranslate()
  const [filter, setFilter] = useState<EntryKind | 'all'>(only ?? 'all')
  const { entries, readEarlier, readAgain } = useActivity(orderId)
  const people = usePresence(orderId)
  useReadMark(orderId, entries[0]?.sequence)
  const marks = people.map(({ id, readUpTo }) => `${id} ${readUpTo}`).join()
  useEffect(() => {
    if (marks) readAgain()
  }, [marks, readAgain])
  const shown = entries.filter((entry) => filter === 'all' || kindOf(entry) === filter)
  return (
    <Panel
      title={translate('orders.timeline')}
      aside={
        <ToggleButtonGroup
          size="small"
          exclusive
          value={filter}
          aria-label={translate('orders.filter')}
          onChange={(_, value) => value && setFilter(value)}
        >
          {filters.map((one) => (
            <ToggleButton key={one} value={one} sx={{ py: 0.25, px: 1 }}>
              {translate(`orders.filters.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <Composer
        key={orderId}
        orderId={orderId}
        readers={entries.length ? readersOf(entries) : undefined}
        autoFocus={autoFocus}
      />
      <Presence people={people} />
      {shown.length ? null : <Quiet>{translate('orders.noEntries')}</Quiet>}
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {shown.map((entry) => (
          <TimelineEntry key={entry.id} entry={entry} subjects={subjects} />
        ))}
      </Box>
      {readEarlier ? <Button onClick={readEarlier}>{translate('orders.more')}</Button> : null}
    </Panel>
  )
}
