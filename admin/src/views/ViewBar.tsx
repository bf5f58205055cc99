import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { Fragment, useId } from 'react'
import { useTranslate } from 'react-admin'
import { Link, useLocation } from 'react-router-dom'
import { OpenView } from './OpenView.js'
import { useViews } from './use-views.js'
import { addressOf } from './view.js'

/** One's saved views of a list, each a press away; the one that is open is renamed and removed here. */
export function ViewBar() {
  const translate = useTranslate()
  const id = useId()
  const { pathname } = useLocation()
  const views = useViews()
  if (!views?.views.length) return null
  const { open } = views
  return (
    <Box component="nav" aria-labelledby={id} sx={bar}>
      <Typography id={id} variant="body2" sx={{ color: 'text.secondary', mr: 0.5, minWidth: 44 }}>
        {translate('views.title')}
      </Typography>
      {views.views.map((view) => (
        <Fragment key={view.label}>
          <Chip
            size="small"
            clickable
            component={Link}
            to={{ pathname, search: addressOf(view) }}
            label={view.label}
            aria-current={view === open || undefined}
            color={view === open ? 'primary' : 'default'}
            variant={view === open ? 'filled' : 'outlined'}
            sx={{ maxWidth: '100%' }}
          />
          {view === open ? <OpenView view={view} views={views} /> : null}
        </Fragment>
      ))}
    </Box>
  )
}

const bar = { display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', minWidth: 0 }
