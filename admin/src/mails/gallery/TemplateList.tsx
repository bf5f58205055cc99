import Card from '@mui/material/Card'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslate } from 'react-admin'

interface Kinds {
  readonly names: readonly string[]
  readonly chosen: string
  readonly onChoose: (template: string) => void
}

/** The kinds of mail as a list beside the mail; where there is no room for it, see {@link TemplateSelect}. */
export function TemplateList({ names, chosen, onChoose }: Kinds) {
  const translate = useTranslate()
  return (
    <Card
      component="nav"
      aria-label={translate('mails.gallery.kinds')}
      sx={{
        display: { xs: 'none', md: 'block' },
        flex: '0 0 250px',
        position: 'sticky',
        top: 64,
        maxHeight: 'calc(100vh - 80px)',
        overflowY: 'auto',
      }}
    >
      <List dense disablePadding sx={{ py: 0.5 }}>
        {names.map((name) => (
          <ListItem key={name} disablePadding>
            <ListItemButton
              selected={name === chosen}
              aria-current={name === chosen}
              onClick={() => onChoose(name)}
              sx={{ py: 0.5, fontFamily: 'monospace', fontSize: '0.82rem', overflowWrap: 'anywhere' }}
            >
              {name}
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Card>
  )
}

/** The same to choose from, on a narrow screen. */
export function TemplateSelect({ names, chosen, onChoose }: Kinds) {
  const translate = useTranslate()
  return (
    <TextField
      select
      fullWidth
      label={translate('mails.gallery.kinds')}
      value={names.includes(chosen) ? chosen : ''}
      onChange={(event) => onChoose(event.target.value)}
      sx={{ display: { xs: 'flex', md: 'none' }, mb: 1.5 }}
    >
      {names.map((name) => (
        <MenuItem key={name} value={name}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}
