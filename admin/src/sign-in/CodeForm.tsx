import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { factorStep, type FactorAnswer, type FactorStep } from './session.js'

/** Asks for a code and takes one step of the second factor with it; what was refused is said at the field. */
export function CodeForm(props: {
  step: FactorStep
  submit: string
  help?: string
  onDone: (answer: FactorAnswer) => void
}) {
  const { step, submit, help, onDone } = props
  const translate = useTranslate()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    setProblem(undefined)
    const answer = await factorStep(step, code).catch(() => undefined)
    setBusy(false)
    if (answer?.ok) return onDone(answer)
    const words = answer?.code === 'RATE_LIMITED' ? 'signIn.factor.locked' : 'signIn.factor.wrong'
    setProblem(
      translate(answer ? words : 'refusals.UNREACHABLE', {
        minutes: Math.ceil((answer?.retryAfter ?? 0) / 60),
      }),
    )
    setCode('')
  }
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField
        label={translate('signIn.factor.code')}
        helperText={help}
        autoComplete="one-time-code"
        required
        fullWidth
        autoFocus
        value={code}
        onChange={(event) => setCode(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 20, spellCheck: false, autoCapitalize: 'none' } }}
      />
      <div aria-live="polite">
        {problem ? (
          <Alert severity="error" sx={{ mt: 1 }}>
            {problem}
          </Alert>
        ) : null}
      </div>
      <Button
        type="submit"
        variant="contained"
        size="large"
        fullWidth
        disabled={busy || !code.trim()}
        sx={{ mt: 2 }}
      >
        {submit}
      </Button>
    </Box>
  )
}
