import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { DisputePageFragment, EvidenceShownFragment } from '../gen/documents.js'
import { FileInPlace } from '../shared/FileInPlace.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { When } from '../shared/When.js'

/** What one side says, and what it shows: each file in place, with who sent it, when, and its fingerprint. */
export function SidePanel(props: {
  dispute: DisputePageFragment
  side: EvidenceShownFragment['party']
  name: string
}) {
  const { dispute, side, name } = props
  const translate = useTranslate()
  const statements = dispute.statements.filter((one) => one.party === side && one.kind !== 'ANSWER')
  const evidence = dispute.evidence.filter((one) => one.party === side)
  return (
    <Panel title={translate(`disputes.sides.${side}`, { name })}>
      {statements.length ? null : <Quiet>{translate(`disputes.silent.${side}`)}</Quiet>}
      {statements.map((statement) => (
        <Box key={statement.id} sx={{ mb: 1.5 }}>
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
            {statement.givenBy} · <When at={statement.givenAt} />
          </Typography>
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {statement.text ?? translate('orders.erased')}
          </Box>
        </Box>
      ))}
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {translate('disputes.evidence')}
      </Typography>
      {evidence.length ? <Evidence evidence={evidence} /> : <Quiet>{translate('disputes.noEvidence')}</Quiet>}
    </Panel>
  )
}

function Evidence({ evidence }: { evidence: EvidenceShownFragment[] }) {
  const translate = useTranslate()
  const [chosen, setChosen] = useState<string>()
  const open = evidence.find(({ id }) => id === chosen) ?? evidence[0]
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {evidence.map((one) => (
        <Box component="li" key={one.id} sx={{ mb: 1 }}>
          <Button
            variant={one === open ? 'outlined' : 'text'}
            aria-pressed={one === open}
            onClick={() => setChosen(one.id)}
            sx={{ overflowWrap: 'anywhere', textAlign: 'left' }}
          >
            {one.file?.name ?? translate('orders.erased')}
          </Button>
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
            {one.addedBy} · <When at={one.addedAt} />
          </Typography>
          <Typography
            variant="body2"
            component="div"
            sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
          >
            {translate('disputes.hash')} <code>{one.sha256}</code>
          </Typography>
          {one === open && one.file ? (
            <Box sx={{ mt: 0.5 }}>
              <FileInPlace file={one.file} height="300px" />
            </Box>
          ) : null}
        </Box>
      ))}
    </Box>
  )
}
