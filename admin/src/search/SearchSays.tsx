import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'
import { Refused } from '../data/data-provider.js'
import { unseen } from '../shared/unseen.js'
import { SHORTEST } from './found.js'
import type { Search } from './use-search.js'

/** What is to be said below what was found: how much it is, that it is nothing, or that the search did not work. */
export function SearchSays({ search }: { search: Search }) {
  const translate = useTranslate()
  const { wanted, groups, waiting, error, again } = search
  const count = groups.reduce((sum, { found }) => sum + found.length, 0)
  const isShort = wanted.length < SHORTEST
  const isNothing = !count && !waiting && !error && !isShort
  return (
    <>
      {error ? <Failed error={error} again={again} /> : null}
      <Box role="status">
        {isNothing ? (
          <Box sx={{ px: 2, py: 2 }}>
            {translate('search.none', { text: wanted })}
            <Box sx={{ color: 'text.secondary', mt: 0.5 }}>{translate('search.noneHelp')}</Box>
          </Box>
        ) : null}
        {wanted && count && !waiting ? (
          <Box component="span" sx={unseen}>
            {translate('search.count', { smart_count: count })}
          </Box>
        ) : null}
      </Box>
      <Box sx={{ ...foot, display: { xs: isShort ? 'flex' : 'none', sm: 'flex' } }}>
        <span>{isShort ? translate('search.more') : null}</span>
        <Box
          component="span"
          sx={{ display: { xs: 'none', sm: 'inline' }, ml: 'auto', whiteSpace: 'nowrap' }}
        >
          {translate('search.keys')}
        </Box>
      </Box>
    </>
  )
}

function Failed({ error, again }: { error: Error; again: () => void }) {
  const translate = useTranslate()
  const { code, message } =
    error instanceof Refused ? error.refusal : { code: 'UNEXPECTED', message: error.message }
  return (
    <Alert
      severity="error"
      sx={{ mx: 2, my: 1 }}
      action={
        <Button color="inherit" onClick={again} sx={{ whiteSpace: 'nowrap' }}>
          {translate('search.again')}
        </Button>
      }
    >
      {translate('search.failed')} {translate(`refusals.${code}`, { _: message, message })}
    </Alert>
  )
}

const foot = {
  gap: 2,
  flexShrink: 0,
  px: 2,
  py: 1,
  borderTop: 1,
  borderColor: 'divider',
  color: 'text.secondary',
  fontSize: '0.8rem',
  minHeight: { xs: 0, sm: 36 },
}
