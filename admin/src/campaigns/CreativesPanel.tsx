import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type {
  CampaignAgreedFragment,
  CreativeShownFragment,
  CreativeVersionShownFragment,
} from '../gen/documents.js'
import { FileInPlace } from '../shared/FileInPlace.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'

/** What the campaign needs from its buyer, each with every version that came, the newest shown in place. */
export function CreativesPanel({ campaign }: { campaign: CampaignAgreedFragment }) {
  const translate = useTranslate()
  const { creatives, missingCreatives } = campaign
  const open = missingCreatives.length
  return (
    <Panel
      title={translate('campaigns.creatives')}
      flush
      aside={
        creatives.length ? (
          <Typography variant="body2">
            {open ? translate('campaigns.missing', { smart_count: open }) : translate('campaigns.allThere')}
          </Typography>
        ) : undefined
      }
    >
      {creatives.length ? (
        <Box sx={cards}>
          {creatives.map((creative) => (
            <Creative key={creative.id} creative={creative} />
          ))}
        </Box>
      ) : (
        <Box sx={{ px: 2 }}>
          <Quiet>{translate('campaigns.noCreatives')}</Quiet>
        </Box>
      )}
    </Panel>
  )
}

const cards = {
  p: 2,
  display: 'grid',
  gap: 2.5,
  alignItems: 'start',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
}

function Creative({ creative }: { creative: CreativeShownFragment }) {
  const translate = useTranslate()
  const versions = creative.versions.toSorted((a, b) => b.number - a.number)
  const [shown, setShown] = useState<string>()
  const inPlace = versions.find(({ id }) => id === shown) ?? versions[0]
  return (
    <Box component="section" aria-label={creative.label} sx={{ minWidth: 0 }}>
      <Typography variant="h3">
        {creative.label}
        <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
          {' '}
          · {translate(creative.required ? 'campaigns.required' : 'campaigns.optional')}
        </Box>
      </Typography>
      {inPlace ? null : <Quiet>{translate('campaigns.notYet')}</Quiet>}
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {versions.map((version) => (
          <Version
            key={version.id}
            version={version}
            open={version === inPlace}
            onOpen={() => setShown(version.id)}
          />
        ))}
      </Box>
    </Box>
  )
}

function Version(props: { version: CreativeVersionShownFragment; open: boolean; onOpen: () => void }) {
  const { version, open, onOpen } = props
  const translate = useTranslate()
  const { number, file, status, superseded, reason, uploadedBy, uploadedAt, decidedBy, decidedAt } = version
  return (
    <Box component="li" sx={{ mt: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button size="small" variant={open ? 'outlined' : 'text'} aria-pressed={open} onClick={onOpen}>
          {translate('campaigns.version', { number })}
        </Button>
        <StateChip value={status} />
        {superseded ? <StateChip value="SUPERSEDED" /> : null}
        <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
          {uploadedBy?.name} · <When at={uploadedAt} />
        </Typography>
      </Box>
      {decidedAt ? (
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {translate(`campaigns.decided.${status}`, { name: decidedBy?.name ?? '' })} ·{' '}
          <When at={decidedAt} />
        </Typography>
      ) : null}
      {reason ? <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>“{reason}”</Box> : null}
      {open ? (
        <Box sx={{ mt: 1 }}>
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere', mb: 0.5 }}>
            {file?.name ?? translate('orders.erased')}
          </Typography>
          {file ? <FileInPlace file={file} height="220px" /> : null}
        </Box>
      ) : null}
    </Box>
  )
}
