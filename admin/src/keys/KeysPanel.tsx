import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { usePermissions, useTranslate } from 'react-admin'
import { KeysOfDocument, type ApiKeyRowFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { sentence, StateChip } from '../shared/StateChip.js'
import { useAsk } from '../shared/use-ask.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'

/** For admins: with which keys an organisation's programs call, what each may do, and ending one. */
export function KeysPanel({ organisationId }: { organisationId: string }) {
  const translate = useTranslate()
  const { permissions = [] } = usePermissions<string[]>()
  const admin = permissions.includes('ADMIN')
  const { data } = useAsk(['keys'], KeysOfDocument, admin ? { organisationId } : undefined)
  if (!admin) return null
  const keys = data?.apiKeys.nodes
  return (
    <Panel title={translate('keys.title')} flush>
      {keys?.length ? (
        <Keys keys={keys} />
      ) : (
        <Box sx={{ px: 2 }}>
          <Quiet>{translate(keys ? 'keys.none' : 'keys.reading')}</Quiet>
        </Box>
      )}
    </Panel>
  )
}

function Keys({ keys }: { keys: ApiKeyRowFragment[] }) {
  const translate = useTranslate()
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {['name', 'scopes', 'state', 'keeper', 'lastUsedAt', 'actions'].map((head) => (
            <TableCell key={head}>{translate(`keys.${head}`)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.id}>
            <TableCell>
              <strong>{key.name}</strong>
              <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
                <When at={key.createdAt} short />
              </Box>
            </TableCell>
            <TableCell>{key.scopes.map((scope) => sentence(scope)).join(', ')}</TableCell>
            <TableCell>
              <StateChip value={key.works ? 'ACTIVE' : key.revokedAt ? 'REVOKED' : 'WITHOUT_KEEPER'} />
            </TableCell>
            <TableCell>{key.keeper?.name}</TableCell>
            <TableCell>
              {key.lastUsedAt ? <When at={key.lastUsedAt} short /> : translate('keys.neverUsed')}
            </TableCell>
            <TableCell>
              <VerbButtons record={key} compact />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
