import { useEffect } from 'react'
import { navigate } from '../../router/router.js'
import { buyersOf, channelsOf, type Viewer } from '../../shell/viewer.js'
import { HomePage } from './HomePage.js'

/** Where the portal begins: at the orders; for whoever only sells, at the Campaign Manager. */
export function StartPage({ viewer }: { viewer: Viewer }) {
  const sells = channelsOf(viewer).length > 0 && buyersOf(viewer).length === 0
  useEffect(() => {
    if (sells) navigate('/campaigns', { replace: true })
  }, [sells])
  return sells ? null : <HomePage />
}
