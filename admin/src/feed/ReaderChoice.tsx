import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslate } from 'react-admin'
import { schema, type Visibility } from '../gen/schema.js'

/** Who reads what is written. */
export function ReaderChoice(props: { visibility: Visibility; onChoose: (visibility: Visibility) => void }) {
  const translate = useTranslate()
  return (
    <TextField
      select
      label={translate('orders.visibility')}
      value={props.visibility}
      onChange={(event) => props.onChoose(event.target.value as Visibility)}
      sx={{ minWidth: 190 }}
    >
      {schema.enums.Visibility.map((one) => (
        <MenuItem key={one} value={one}>
          {translate(`orders.visibilities.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}
