import Assessment from '@mui/icons-material/AssessmentOutlined'
import AssignmentTurnedIn from '@mui/icons-material/AssignmentTurnedInOutlined'
import Business from '@mui/icons-material/BusinessOutlined'
import Campaign from '@mui/icons-material/CampaignOutlined'
import AccountBalance from '@mui/icons-material/AccountBalanceOutlined'
import Gavel from '@mui/icons-material/GavelOutlined'
import Undo from '@mui/icons-material/UndoOutlined'
import Group from '@mui/icons-material/GroupOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import Forum from '@mui/icons-material/ForumOutlined'
import Home from '@mui/icons-material/HomeOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import Mail from '@mui/icons-material/MailOutlined'
import PhoneInTalk from '@mui/icons-material/PhoneInTalkOutlined'
import Payments from '@mui/icons-material/PaymentsOutlined'
import Palette from '@mui/icons-material/PaletteOutlined'
import Quickreply from '@mui/icons-material/QuickreplyOutlined'
import Schedule from '@mui/icons-material/ScheduleOutlined'
import Sell from '@mui/icons-material/SellOutlined'
import Sms from '@mui/icons-material/SmsOutlined'
import Task from '@mui/icons-material/ChecklistOutlined'
import ViewKanban from '@mui/icons-material/ViewKanbanOutlined'
import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { Menu, usePermissions, useTranslate } from 'react-admin'
import { useQueues } from '../home/use-queues.js'

/** The side menu; what waits is counted beside its page. */
export function SideMenu() {
  const queues = useQueues()
  const { permissions = [] } = usePermissions<string[]>()
  const has = (...roles: string[]) => roles.some((role) => permissions.includes(role))
  return (
    <Menu sx={{ pt: 1 }}>
      <Item to="/" text="layout.home" icon={<Home />} />
      <Item to="/inbox" text="layout.inbox" icon={<Forum />} count={queues?.questionsWaiting} />
      <Item to="/orders" text="layout.orders" icon={<Inventory />} />
      {has('ADMIN', 'SUPPORT') ? (
        <Item
          to="/onboardingDocuments"
          text="layout.verify"
          icon={<AssignmentTurnedIn />}
          count={queues?.onboardingToVerify}
        />
      ) : null}
      {has('ADMIN', 'SUPPORT') ? (
        <Item to="/appointments" text="layout.outreach" icon={<PhoneInTalk />} count={queues?.outreachDue} />
      ) : null}
      <Item to="/campaigns" text="layout.campaigns" icon={<Campaign />} count={queues?.campaignsClosing} />
      {has('ADMIN', 'SUPPORT', 'FINANCE') ? (
        <Item to="/disputes" text="layout.disputes" icon={<Gavel />} count={queues?.disputesOpen} />
      ) : null}
      <Item
        to="/tasks"
        text="layout.tasks"
        icon={<Task />}
        count={queues?.myTasks || queues?.tasksToDelegate}
      />
      <Item to="/board" text="layout.board" icon={<ViewKanban />} />
      <Item to="/reports" text="layout.reports" icon={<Assessment />} count={queues?.reportsToSend} />
      {has('ADMIN', 'FINANCE') ? (
        <Item
          to="/failedOperations"
          text="layout.failedRefunds"
          icon={<Payments />}
          count={queues?.moneyFailed}
        />
      ) : null}
      {has('ADMIN', 'FINANCE') ? (
        <>
          <Item to="/chargebacks" text="layout.chargebacks" icon={<Undo />} count={queues?.chargebacksOpen} />
          <Item to="/payoutAccounts" text="layout.payoutAccounts" icon={<AccountBalance />} />
        </>
      ) : null}
      {has('ADMIN', 'SUPPORT', 'FINANCE') ? (
        <>
          <Item to="/mails" text="layout.mails" icon={<Mail />} count={queues?.mailsFailed} />
          <Item to="/texts" text="layout.texts" icon={<Sms />} />
          {has('ADMIN', 'SUPPORT') ? (
            <Item to="/mail-gallery" text="layout.mailGallery" icon={<Palette />} />
          ) : null}
          <Item to="/savedReplies" text="layout.savedReplies" icon={<Quickreply />} />
          <Item to="/calendars" text="layout.calendars" icon={<Schedule />} />
          <Item to="/staff" text="layout.staff" icon={<Group />} />
          <Item to="/organisations" text="layout.organisations" icon={<Business />} />
          {has('ADMIN') ? <Item to="/auditEntries" text="layout.audit" icon={<History />} /> : null}
          <Item to="/services" text="layout.services" icon={<Sell />} />
        </>
      ) : null}
    </Menu>
  )
}

function Item({ to, text, icon, count }: { to: string; text: string; icon: ReactElement; count?: number }) {
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
  return <Menu.Item to={to} primaryText={label} leftIcon={icon} />
}
