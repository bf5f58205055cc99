import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { PackageVersionFragment } from '../gen/documents.js'
import { typeName } from '../shared/type-name.js'

type Required = PackageVersionFragment['requiredCreatives']

/** What a package asks its buyer for. */
export function RequiredCreatives({ creatives }: { creatives: Required }) {
  const translate = useTranslate()
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {translate('campaigns.asksFor')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {creatives.map(({ key, label, instructions, required, types }) => (
          <li key={key}>
            {label}{' '}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              ({translate(required ? 'campaigns.required' : 'campaigns.optional')}
              {types.length ? `; ${types.map(typeName).join(', ')}` : ''})
            </Box>
            {instructions ? <Box sx={{ color: 'text.secondary' }}>{instructions}</Box> : null}
          </li>
        ))}
      </Box>
    </>
  )
}
