import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { CampaignAgreedFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { RequiredCreatives } from './RequiredCreatives.js'

/** What was sold: the terms and what they ask for, in the version that was bought. */
export function PackagePanel({ campaign }: { campaign: CampaignAgreedFragment }) {
  const translate = useTranslate()
  const { packageVersion, package: sold, packageName, price } = campaign
  return (
    <Panel
      title={translate('campaigns.package')}
      aside={
        <Typography variant="body2">
          {sold ? (
            <Link component={RouterLink} to={`/services/${sold.id}/show`} underline="always">
              {packageName}
            </Link>
          ) : null}
          {packageVersion
            ? ` · ${translate('catalogue.version', { version: packageVersion.version })}`
            : null}
          {price ? ` · ${price.formatted}` : null}
        </Typography>
      }
    >
      {packageVersion?.terms ? (
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {packageVersion.terms}
        </Typography>
      ) : (
        <Quiet>{translate('campaigns.noTerms')}</Quiet>
      )}
      {packageVersion?.requiredCreatives.length ? (
        <RequiredCreatives creatives={packageVersion.requiredCreatives} />
      ) : null}
    </Panel>
  )
}
