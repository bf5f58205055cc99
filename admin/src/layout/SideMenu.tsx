import Box from '@mui/material/Box'
import { Menu, useTranslate } from 'react-admin'
import { useQueues } from '../home/use-queues.js'
import { type Place, usePlaces } from './places.js'

/** The side menu; what waits is counted beside its page. */
export function SideMenu() {
  const queues = useQueues()
  const places = usePlaces()
  return (
    <Menu sx={{ pt: 1 }}>
      {places.map((place) => (
        <Item
          key={place.to}
          place={place}
          count={place.counts?.map((queue) => queues?.[queue]).find(Boolean)}
        />
      ))}
    </Menu>
  )
}

function Item({ place: { to, text, Icon }, count }: { place: Place; count: number | undefined }) {
  const translate = useTranslate()
  const label = (
    <Box component="span" sx={{ display: 'flex', width: '100%', alignItems: 'center' }}>
      <Box component="span" sx={{ flex: 1 }}>
        {translate(text)}
      </Box>
      {count ? (
        <Box
          component="span"
          sx={{ fontSize: '0.78rem', fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}
        >
          {count}
        </Box>
      ) : null}
    </Box>
  )
  return <Menu.Item to={to} primaryText={label} leftIcon={<Icon />} />
}
