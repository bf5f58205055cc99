import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import InputBase from '@mui/material/InputBase'
import LinearProgress from '@mui/material/LinearProgress'
import { useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import type { Found } from './found.js'
import { unseen } from '../shared/unseen.js'
import { SearchResults } from './SearchResults.js'
import { SearchSays } from './SearchSays.js'
import { useChoice } from './use-choice.js'
import { useSearch } from './use-search.js'

/** One field that finds orders, customers, people and pages while one types; arrows choose, Enter opens. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [title, list] = [useId(), useId()]
  const [text, setText] = useState('')
  const search = useSearch(text)
  const open = ({ to }: Found) => {
    onClose()
    void navigate(to)
  }
  const { at, press } = useChoice(search, open)
  const isFound = search.groups.length > 0
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title} sx={place}>
      <Box component="h2" id={title} sx={unseen}>
        {translate('search.title')}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, py: 1.25 }}>
        <SearchIcon sx={{ color: 'text.secondary' }} />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          placeholder={translate('search.field')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          slotProps={{
            input: {
              role: 'combobox',
              'aria-label': translate('search.field'),
              'aria-autocomplete': 'list',
              'aria-expanded': isFound,
              ...(isFound ? { 'aria-controls': list, 'aria-activedescendant': `${list}-${at}` } : {}),
              autoComplete: 'off',
              spellCheck: false,
              maxLength: 100,
              enterKeyHint: 'go',
            },
          }}
        />
      </Box>
      <Box sx={{ height: 2, flexShrink: 0, bgcolor: 'divider' }}>
        {search.waiting ? (
          <LinearProgress sx={{ height: 2 }} aria-label={translate('search.asking')} />
        ) : null}
      </Box>
      {isFound ? <SearchResults id={list} groups={search.groups} at={at} onOpen={open} /> : null}
      <SearchSays search={search} />
    </Dialog>
  )
}

/** Near the top, so that the field stays where it is while what is found below it changes. */
const place = {
  '& .MuiDialog-container': { alignItems: 'flex-start' },
  '& .MuiDialog-paper': {
    mt: { xs: 1, sm: '10vh' },
    mx: { xs: 1, sm: 4 },
    width: { xs: 'calc(100% - 16px)' },
    maxHeight: { xs: 'calc(100% - 16px)', sm: '75vh' },
  },
}
