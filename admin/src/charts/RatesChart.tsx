import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { DisputeRatesDocument, type RateFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { useAsk } from '../shared/use-ask.js'
import { Bar } from './Bar.js'
import { cell, chart, head } from './chart-table.js'
import { percent } from './percent.js'

/** How often campaigns are accepted and disputed: over all, and by channel. */
export function RatesChart() {
  const translate = useTranslate()
  const { data } = useAsk(['campaigns', 'rates'], DisputeRatesDocument, {})
  if (!data) return null
  const { overAll, channels } = data.disputeRates
  return (
    <Panel title={translate('charts.rates')}>
      {overAll.acceptanceShare === null ? (
        <Quiet>{translate('charts.noCampaigns')}</Quiet>
      ) : (
        <Box component="table" sx={chart}>
          <Box component="caption" sx={{ textAlign: 'left', pb: 1, color: 'text.secondary' }}>
            {translate('charts.ratesText', {
              accepted: overAll.accepted,
              answered: overAll.accepted + overAll.declined + overAll.expired,
              disputed: overAll.disputed,
              completed: overAll.completed,
            })}
          </Box>
          <Box component="thead" sx={head}>
            <tr>
              <th scope="col">{translate('campaigns.channel')}</th>
              <th scope="col">{translate('charts.acceptance')}</th>
              <th scope="col">{translate('charts.disputes')}</th>
            </tr>
          </Box>
          <tbody>
            <Rate rate={overAll} name={translate('charts.overAll')} />
            {channels.map((rate) => (
              <Rate key={rate.channelId} rate={rate} name={rate.channelName ?? ''} />
            ))}
          </tbody>
        </Box>
      )}
    </Panel>
  )
}

function Rate({ rate, name }: { rate: RateFragment; name: string }) {
  const translate = useTranslate()
  return (
    <Box component="tr" sx={{ '& > *': { verticalAlign: 'top' } }}>
      <Box
        component="th"
        scope="row"
        sx={{ ...cell, whiteSpace: 'normal', fontWeight: rate.channelId ? 400 : 650 }}
      >
        {rate.channelId ? (
          <Link component={RouterLink} to={campaignsOf(rate.channelId)} color="inherit">
            {name}
          </Link>
        ) : (
          name
        )}
      </Box>
      <Share
        share={rate.acceptanceShare}
        words={translate('charts.accepted', { share: percent(rate.acceptanceShare) })}
      />
      <Share
        share={rate.disputeShare}
        words={translate('charts.disputed', { share: percent(rate.disputeShare) })}
        warning
      />
    </Box>
  )
}

function Share({ share, words, warning }: { share: number | null; words: string; warning?: boolean }) {
  return (
    <Box component="td" sx={{ width: '34%', py: 0.5, pr: 2 }}>
      <Box sx={{ fontVariantNumeric: 'tabular-nums', mb: 0.25 }}>{words}</Box>
      {share === null ? null : <Bar share={share} tone={warning ? 'warning' : 'primary'} />}
    </Box>
  )
}

function campaignsOf(channelId: string): string {
  return `/campaigns?filter=${encodeURIComponent(JSON.stringify({ channelId }))}`
}
