import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'

/** Backup codes, shown this once. */
export function BackupCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const translate = useTranslate()
  return (
    <>
      <Alert severity="warning" sx={{ mb: 2 }}>
        {translate('signIn.factor.keep')}
      </Alert>
      <Box
        component="ul"
        aria-label={translate('signIn.factor.backupCodes')}
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gridTemplateColumns: '1fr 1fr',
          gap: 0.5,
          fontFamily: 'monospace',
        }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Button variant="contained" size="large" fullWidth onClick={onKept} sx={{ mt: 2 }}>
        {translate('signIn.factor.kept')}
      </Button>
    </>
  )
}
