import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { PageHead } from '../shared/PageHead.js'
import { Panel } from '../shared/Panel.js'
import { forgetViewer, readViewer } from '../sign-in/auth-provider.js'
import { BackupCodes } from '../sign-in/BackupCodes.js'
import { CodeForm } from '../sign-in/CodeForm.js'
import { SetUpFactor } from '../sign-in/SetUpFactor.js'

type Doing = 'setUp' | 'renew' | 'remove'

/** One's own account: the second factor. */
export function AccountPage() {
  const translate = useTranslate()
  const queryClient = useQueryClient()
  const { data: viewer } = useQuery({ queryKey: ['viewer', 'account'], queryFn: readViewer })
  const [doing, setDoing] = useState<Doing>()
  const proven = viewer?.secondFactor === 'PROVEN'
  const end = () => {
    setDoing(undefined)
    forgetViewer()
    void queryClient.invalidateQueries({ queryKey: ['viewer'] })
  }
  return (
    <>
      <PageHead title={translate('account.title')} />
      <Panel title={translate('account.factor')}>
        <Typography sx={{ mb: 2, maxWidth: 640 }}>
          {translate(proven ? 'account.has' : 'account.hasNone')}
        </Typography>
        <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap', rowGap: 1 }}>
          {proven ? (
            <>
              <Button variant="outlined" onClick={() => setDoing('renew')}>
                {translate('account.renew')}
              </Button>
              <Button variant="outlined" color="error" onClick={() => setDoing('remove')}>
                {translate('account.remove')}
              </Button>
            </>
          ) : (
            <Button variant="contained" onClick={() => setDoing('setUp')}>
              {translate('account.setUp')}
            </Button>
          )}
        </Stack>
      </Panel>
      {doing ? <DoingDialog doing={doing} onEnd={end} /> : null}
    </>
  )
}

function DoingDialog({ doing, onEnd }: { doing: Doing; onEnd: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const title = useId()
  const [codes, setCodes] = useState<readonly string[]>()
  const removed = () => {
    notify('account.removed', { type: 'success' })
    onEnd()
  }
  return (
    <Dialog open onClose={onEnd} fullWidth maxWidth="xs" aria-labelledby={title}>
      <DialogTitle id={title}>{translate(`account.${doing}`)}</DialogTitle>
      <DialogContent>
        {doing === 'setUp' ? <SetUpFactor onDone={onEnd} /> : null}
        {doing === 'renew' && !codes ? (
          <CodeForm
            step="backup-codes"
            submit={translate('account.renew')}
            onDone={(answer) => setCodes(answer.backupCodes ?? [])}
          />
        ) : null}
        {codes ? <BackupCodes codes={codes} onKept={onEnd} /> : null}
        {doing === 'remove' ? (
          <CodeForm step="remove" submit={translate('account.remove')} onDone={removed} />
        ) : null}
      </DialogContent>
    </Dialog>
  )
}
