import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Day } from '../campaigns/Day.js'
import { RequiredCreatives } from '../campaigns/RequiredCreatives.js'
import type { PackageVersionFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { When } from '../shared/When.js'

/** What a channel sells, in every version, the newest first and open. The channel itself changes it. */
export function PackageVersionsPanel({ versions }: { versions: PackageVersionFragment[] }) {
  const translate = useTranslate()
  return (
    <Panel title={translate('catalogue.package')}>
      {versions.length ? null : <Quiet>{translate('catalogue.noPackage')}</Quiet>}
      {versions
        .toSorted((a, b) => b.version - a.version)
        .map((version, index) => (
          <Box component="details" key={version.id} open={index === 0} sx={{ mb: 1.5 }}>
            <Box component="summary" sx={{ cursor: 'pointer' }}>
              <Typography variant="h3" component="span">
                {translate('catalogue.version', { version: version.version })}
              </Typography>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' '}
                · {version.publishedBy ? `${version.publishedBy.name} · ` : ''}
                <When at={version.publishedAt} />
              </Box>
            </Box>
            <Box sx={{ pl: 2, pt: 1 }}>
              <Typography>
                {translate('catalogue.runs')} <Day of={version.startsOn} /> – <Day of={version.endsOn} />
              </Typography>
              <Typography variant="h3" sx={{ mt: 1.5, mb: 0.5 }}>
                {translate('catalogue.terms')}
              </Typography>
              <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {version.terms}
              </Typography>
              {version.requiredCreatives.length ? (
                <RequiredCreatives creatives={version.requiredCreatives} />
              ) : null}
            </Box>
          </Box>
        ))}
    </Panel>
  )
}
