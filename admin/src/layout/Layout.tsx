import { type ReactNode, useState } from 'react'
import { Layout as AdminLayout } from 'react-admin'
import { DraftsContext, openDrafts } from '../feed/drafts.js'
import { LiveQueues } from '../home/LiveQueues.js'
import { Bar } from './Bar.js'
import { SideMenu } from './SideMenu.js'

/** The frame of every page: bar, side menu with live counts, content; and what is being written on any of them. */
export function Layout({ children }: { children: ReactNode }) {
  const [drafts] = useState(openDrafts)
  return (
    <AdminLayout
      appBar={Bar}
      // Else the menu moves up on scrolling, as if the bar went away, and hides its first places behind it.
      appBarAlwaysOn
      menu={SideMenu}
      sx={{
        minWidth: 0,
        '& .RaLayout-appFrame': { mt: 6, minWidth: 0 },
        '& .RaLayout-contentWithSidebar': { minWidth: 0 },
        '& .RaLayout-content': { px: { xs: 1.5, sm: 3 }, pb: 6, minWidth: 0 },
      }}
    >
      <LiveQueues />
      <DraftsContext value={drafts}>{children}</DraftsContext>
    </AdminLayout>
  )
}
