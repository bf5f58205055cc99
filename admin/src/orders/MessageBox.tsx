import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { schema, type Visibility } from '../gen/schema.js'
import { useVerb } from '../verbs/use-verb.js'

/** Writes on an order's feed: to the buyer, to everybody concerned, or as a note among staff. Ctrl+Enter posts. */
export function MessageBox({ orderId }: { orderId: string }) {
  const translate = useTranslate()
  const [body, setBody] = useState('')
  const [visibility, setVisibility] = useState<Visibility>('BUYER')
  const { run, pending } = useVerb('postMessage')
  const post = async () => {
    if (body.trim() && (await run({ orderId, body, visibility }, undefined, { quiet: true }))) setBody('')
  }
  return (
    <Box
      component="form"
      sx={{ mb: 2.5 }}
      onSubmit={(event) => {
        event.preventDefault()
        void post()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void post()
      }}
    >
      <TextField
        label={translate('orders.message')}
        multiline
        minRows={2}
        fullWidth
        value={body}
        onChange={(event) => setBody(event.target.value)}
        sx={visibility === 'STAFF' ? { '& .MuiOutlinedInput-root': { bgcolor: 'action.hover' } } : undefined}
      />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 0.5 }}>
        <TextField
          select
          label={translate('orders.visibility')}
          value={visibility}
          onChange={(event) => setVisibility(event.target.value as Visibility)}
          sx={{ minWidth: 190 }}
        >
          {schema.enums.Visibility.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`orders.visibilities.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <Button type="submit" variant="contained" disabled={pending || !body.trim()}>
          {translate('verbs.postMessage.label')}
        </Button>
      </Box>
    </Box>
  )
}
