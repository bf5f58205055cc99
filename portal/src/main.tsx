import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.js'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/controls.css'
import './styles/parts.css'
import './styles/reports.css'
import './styles/orders.css'
import './styles/feed.css'
import './styles/form.css'
import './styles/people.css'
import './styles/preferences.css'
import './styles/campaigns.css'
import './styles/packages.css'
import './styles/disputes.css'
import './styles/appointments.css'
import './styles/notifications.css'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
