import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { BackupCodes } from './BackupCodes.js'
import { CodeForm } from './CodeForm.js'
import { QrCode } from './QrCode.js'
import { factorStep } from './session.js'

/** Setting up a second factor: the secret as a picture and as letters, a code of it, then the backup codes. */
export function SetUpFactor({ onDone }: { onDone: () => void }) {
  const translate = useTranslate()
  const { secret, failed } = useSecret()
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes) return <BackupCodes codes={codes} onKept={onDone} />
  if (failed) return <Alert severity="error">{translate('refusals.UNREACHABLE')}</Alert>
  if (!secret) return <LinearProgress aria-label={translate('signIn.factor.setUp')} />
  return (
    <>
      <Typography sx={{ mb: 1 }}>{translate('signIn.factor.scan')}</Typography>
      <Box sx={{ display: 'grid', placeItems: 'center', my: 1.5 }}>
        <QrCode text={secret.uri} label={translate('signIn.factor.picture')} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('signIn.factor.byHand')}
      </Typography>
      <Typography
        component="code"
        sx={{ display: 'block', fontFamily: 'monospace', overflowWrap: 'anywhere', mb: 2 }}
      >
        {secret.secret.replace(/.{4}(?=.)/g, '$& ')}
      </Typography>
      <CodeForm
        step="confirm"
        submit={translate('signIn.factor.confirm')}
        help={translate('signIn.factor.confirmHelp')}
        onDone={(answer) => setCodes(answer.backupCodes ?? [])}
      />
    </>
  )
}

/** The fresh secret of this visit, asked for once. */
function useSecret() {
  const [secret, setSecret] = useState<{ secret: string; uri: string }>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let here = true
    factorStep('set-up')
      .then(({ secret: letters, uri }) => {
        if (!here) return
        if (letters && uri) setSecret({ secret: letters, uri })
        else setFailed(true)
      })
      .catch(() => here && setFailed(true))
    return () => {
      here = false
    }
  }, [])
  return { secret, failed }
}
