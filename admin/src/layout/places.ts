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
import { usePermissions } from 'react-admin'
import type { QueueName } from '../home/queue-cards.js'

/** A page that everybody, or only some roles, can turn to from wherever they are. */
export interface Place {
  to: string
  /** Its name, as a key of the messages. */
  text: string
  Icon: typeof Home
  /** Whose it is; everybody's where nothing is said. */
  roles?: readonly string[]
  /** What is counted beside it: the first of these of which there are any. */
  counts?: readonly QueueName[]
}

const CARE = ['ADMIN', 'SUPPORT']
const MONEY = ['ADMIN', 'FINANCE']
const OFFICE = ['ADMIN', 'SUPPORT', 'FINANCE']

/** The pages of the back office, in the order of the side menu. */
const places: readonly Place[] = [
  { to: '/', text: 'layout.home', Icon: Home },
  { to: '/inbox', text: 'layout.inbox', Icon: Forum, counts: ['questionsWaiting'] },
  { to: '/orders', text: 'layout.orders', Icon: Inventory },
  {
    to: '/onboardingDocuments',
    text: 'layout.verify',
    Icon: AssignmentTurnedIn,
    roles: CARE,
    counts: ['onboardingToVerify'],
  },
  { to: '/appointments', text: 'layout.outreach', Icon: PhoneInTalk, roles: CARE, counts: ['outreachDue'] },
  { to: '/campaigns', text: 'layout.campaigns', Icon: Campaign, counts: ['campaignsClosing'] },
  { to: '/disputes', text: 'layout.disputes', Icon: Gavel, roles: OFFICE, counts: ['disputesOpen'] },
  { to: '/tasks', text: 'layout.tasks', Icon: Task, counts: ['myTasks', 'tasksToDelegate'] },
  { to: '/board', text: 'layout.board', Icon: ViewKanban },
  { to: '/reports', text: 'layout.reports', Icon: Assessment, counts: ['reportsToSend'] },
  {
    to: '/failedOperations',
    text: 'layout.failedRefunds',
    Icon: Payments,
    roles: MONEY,
    counts: ['moneyFailed'],
  },
  { to: '/chargebacks', text: 'layout.chargebacks', Icon: Undo, roles: MONEY, counts: ['chargebacksOpen'] },
  { to: '/payoutAccounts', text: 'layout.payoutAccounts', Icon: AccountBalance, roles: MONEY },
  { to: '/mails', text: 'layout.mails', Icon: Mail, roles: OFFICE, counts: ['mailsFailed'] },
  { to: '/texts', text: 'layout.texts', Icon: Sms, roles: OFFICE },
  { to: '/mail-gallery', text: 'layout.mailGallery', Icon: Palette, roles: CARE },
  { to: '/savedReplies', text: 'layout.savedReplies', Icon: Quickreply, roles: OFFICE },
  { to: '/calendars', text: 'layout.calendars', Icon: Schedule, roles: OFFICE },
  { to: '/staff', text: 'layout.staff', Icon: Group, roles: OFFICE },
  { to: '/organisations', text: 'layout.organisations', Icon: Business, roles: OFFICE },
  { to: '/auditEntries', text: 'layout.audit', Icon: History, roles: ['ADMIN'] },
  { to: '/services', text: 'layout.services', Icon: Sell, roles: OFFICE },
]

/** The pages that are there for the viewer's roles. */
export function usePlaces(): Place[] {
  const { permissions = [] } = usePermissions<string[]>()
  return places.filter(({ roles }) => !roles || roles.some((role) => permissions.includes(role)))
}
