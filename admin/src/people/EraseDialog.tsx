import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { client } from '../data/client.js'
import { readRefusal } from '../data/refusal.js'
import { TryErasingDocument } from '../gen/documents.js'
import { sentence } from '../shared/StateChip.js'
import { useVerb } from '../verbs/use-verb.js'
import type { Subject } from '../verbs/answer-props.js'

/** Says what erasing would take, or what stands in its way, before anything is taken; asks why; then does it. */
export function EraseDialog({ record, onClose }: { record: Subject; onClose: () => void }) {
  const translate = useTranslate()
  const title = useId()
  const tried = useTried(record.id)
  const { run, pending, problems } = useVerb('erasePerson')
  const [reason, setReason] = useState('')
  const submit = async () => {
    if (await run({ id: record.id, reason }, record.version, { inForm: true })) onClose()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <DialogTitle id={title}>{translate('people.erase.title')}</DialogTitle>
        <DialogContent>
          <Alert severity="warning" sx={{ mb: 2 }}>
            {translate('people.erase.warning')}
          </Alert>
          {tried.isPending ? <LinearProgress aria-label={translate('people.erase.looking')} /> : null}
          {tried.data ? <WhatGoes counts={tried.data} /> : null}
          {tried.error ? <InTheWay error={tried.error} /> : null}
          <TextField
            label={translate('verbs.asks.reason')}
            required
            multiline
            minRows={2}
            fullWidth
            value={reason}
            error={Boolean(problems.reason)}
            helperText={problems.reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('shared.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            color="error"
            disabled={!tried.data || !reason.trim() || pending}
          >
            {translate('verbs.erasePerson.label')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function useTried(id: string) {
  return useQuery({
    queryKey: ['erasing', id],
    retry: false,
    queryFn: async () => {
      const { data } = await client.mutate({
        mutation: TryErasingDocument,
        variables: { id, reason: 'Trying' },
      })
      return data?.erasePerson.counts ?? []
    },
  })
}

function WhatGoes({ counts }: { counts: readonly { what: string; count: number }[] }) {
  const translate = useTranslate()
  return (
    <Box sx={{ mb: 2 }}>
      {translate('people.erase.goes')}
      <Box component="ul" sx={{ mt: 0.5, mb: 0 }}>
        {counts.map(({ what, count }) => (
          <li key={what}>
            {translate(`people.erase.counts.${what}`, { _: sentence(what) })}: {count}
          </li>
        ))}
      </Box>
    </Box>
  )
}

/** Why it is not possible yet; documents and orders that wait for the person are led to. */
function InTheWay({ error }: { error: Error }) {
  const translate = useTranslate()
  const { message, params, code } = readRefusal(error)
  const list = (name: string) => (Array.isArray(params[name]) ? (params[name] as string[]) : [])
  const pages = [
    ...list('documents').map((id) => `/onboardingDocuments/${id}/show`),
    ...list('orders').map((id) => `/orders/${id}/show`),
  ]
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      {translate(`people.erase.refused.${code}`, { _: message })}
      {pages.map((page, index) => (
        <Box key={page}>
          <Link component={RouterLink} to={page} color="inherit" underline="always">
            {translate('people.erase.duty', { number: index + 1 })}
          </Link>
        </Box>
      ))}
    </Alert>
  )
}
