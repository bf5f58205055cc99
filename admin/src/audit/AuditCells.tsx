import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { AuditRowFragment } from '../gen/documents.js'
import { sentence } from '../shared/StateChip.js'
import { logOf, pageOf } from './subject-page.js'

/** Who acted; the name leads to what else they did. */
export function Who({ entry }: { entry: AuditRowFragment }) {
  return (
    <Link component={RouterLink} to={logOf(entry.actor.id)} onClick={(event) => event.stopPropagation()}>
      {entry.actor.name}
    </Link>
  )
}

/** What happened in plain words, with what the log carries of it. */
export function What({ entry }: { entry: AuditRowFragment }) {
  const translate = useTranslate()
  return (
    <Box sx={{ minWidth: { md: 220 }, overflowWrap: 'anywhere' }}>
      {entry.meaning}
      {entry.details.length ? (
        <Box component="details" sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
          <summary>{translate('audit.details')}</summary>
          <Box component="dl" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            <Detail name={entry.type} value={entry.verb ?? ''} />
            {entry.details.map(({ name, value }) => (
              <Detail key={name} name={sentence(name)} value={value} />
            ))}
          </Box>
        </Box>
      ) : null}
    </Box>
  )
}

function Detail({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <Box component="dt" sx={{ display: 'inline', fontWeight: 600 }}>
        {name}
      </Box>{' '}
      <Box component="dd" sx={{ display: 'inline', m: 0 }}>
        {value}
      </Box>
    </div>
  )
}

/** What it happened to, leading to its page where it has one. */
export function About({ entry }: { entry: AuditRowFragment }) {
  const page = pageOf(entry)
  const name = entry.subjectName ?? entry.aggregateId
  return (
    <>
      <Box sx={{ overflowWrap: 'anywhere' }}>
        {page ? (
          <Link component={RouterLink} to={page} onClick={(event) => event.stopPropagation()}>
            {name}
          </Link>
        ) : (
          name
        )}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.78rem' }}>{sentence(entry.subjectKind ?? '')}</Box>
    </>
  )
}
