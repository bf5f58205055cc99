import Button from '@mui/material/Button'
import History from '@mui/icons-material/HistoryOutlined'
import { usePermissions, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { logOf } from './subject-page.js'

/** For admins: from a record to its log. */
export function LogLink({ id }: { id: string }) {
  const translate = useTranslate()
  const { permissions = [] } = usePermissions<string[]>()
  if (!permissions.includes('ADMIN')) return null
  return (
    <Button component={RouterLink} to={logOf(id)} startIcon={<History />}>
      {translate('audit.of')}
    </Button>
  )
}
