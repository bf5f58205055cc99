import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import CardActionArea from '@mui/material/CardActionArea'
import Typography from '@mui/material/Typography'
import { useGetIdentity, usePermissions, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import { AnswersChart } from '../charts/AnswersChart.js'
import { MoneyHeldChart } from '../charts/MoneyHeldChart.js'
import { OrdersChart } from '../charts/OrdersChart.js'
import { RatesChart } from '../charts/RatesChart.js'
import { StagesChart } from '../charts/StagesChart.js'
import { VerifyChart } from '../charts/VerifyChart.js'
import { Countdown } from '../shared/Countdown.js'
import { PageHead } from '../shared/PageHead.js'
import { RecentOrders } from './RecentOrders.js'
import { queueCards } from './queue-cards.js'
import { useQueues } from './use-queues.js'

/** Home: what needs somebody now, counted live, each card the way to its queue. */
export function HomePage() {
  const translate = useTranslate()
  const { identity } = useGetIdentity()
  const { permissions = [] } = usePermissions<string[]>()
  const queues = useQueues()
  const name = identity?.fullName?.split(' ')[0]
  const cards = queueCards.filter((card) => card.roles.some((role) => permissions.includes(role)))
  return (
    <>
      <PageHead
        title={translate('home.title')}
        kicker={name ? translate('home.hello', { name }) : undefined}
      />
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          p: 0,
          m: 0,
          mb: 3,
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: {
            xs: 'repeat(auto-fill, minmax(150px, 1fr))',
            sm: 'repeat(auto-fill, minmax(185px, 1fr))',
          },
        }}
      >
        {cards.map((card) => (
          <li key={card.queue}>
            <QueueCard
              {...card}
              count={queues?.[card.queue]}
              until={card.clock && queues?.[card.clock]}
              userId={String(identity?.id ?? '')}
            />
          </li>
        ))}
      </Box>
      {overview.some((role) => permissions.includes(role)) ? <Charts permissions={permissions} /> : null}
      <RecentOrders />
    </>
  )
}

/** Who sees how it goes on the whole. */
const overview = ['ADMIN', 'SUPPORT', 'FINANCE']
/** Who sees money. */
const money = ['ADMIN', 'FINANCE']

function Charts({ permissions }: { permissions: readonly string[] }) {
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' },
      }}
    >
      <div>
        <AnswersChart />
        <VerifyChart />
        <RatesChart />
      </div>
      <div>
        <StagesChart />
        <OrdersChart />
        {money.some((role) => permissions.includes(role)) ? <MoneyHeldChart /> : null}
      </div>
    </Box>
  )
}

function QueueCard(
  props: (typeof queueCards)[number] & { count?: number; until?: string | null; userId: string },
) {
  const translate = useTranslate()
  const { count, queue, tone, until } = props
  const colour = !count ? 'text.secondary' : tone === 'trouble' ? 'error.main' : 'primary.main'
  return (
    <Card sx={{ height: '100%' }}>
      <CardActionArea component={Link} to={props.to(props.userId)} sx={{ p: 2, height: '100%' }}>
        <Typography
          component="div"
          sx={{
            fontSize: '2rem',
            lineHeight: 1.1,
            fontWeight: 650,
            color: colour,
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {count ?? '–'}
        </Typography>
        <Typography component="div" sx={{ fontWeight: 600, mt: 0.5 }}>
          {translate(`home.queues.${queue}`)}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate(count ? `home.todo.${queue}` : 'home.nothing')}
        </Typography>
        {until ? (
          <Typography variant="body2" component="div">
            {translate('home.next')} <Countdown at={until} />
          </Typography>
        ) : null}
      </CardActionArea>
    </Card>
  )
}
