import ManageAccounts from '@mui/icons-material/ManageAccountsOutlined'
import MailOutlined from '@mui/icons-material/MailOutlined'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import {
  AppBar,
  LoadingIndicator,
  Logout,
  MenuItemLink,
  TitlePortal,
  ToggleThemeButton,
  UserMenu,
  useGetIdentity,
  useTranslate,
} from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { Wordmark } from '../brand/Wordmark.js'
import { Bell } from '../notifications/Bell.js'
import { LiveMarker } from '../live/LiveMarker.js'
import { SearchButton } from '../search/SearchButton.js'
import { SandboxClock } from './SandboxClock.js'

/** The bar: wordmark, the page's title, the search, whether it is live, theme and person. */
export function Bar() {
  const translate = useTranslate()
  return (
    <AppBar color="transparent" alwaysOn toolbar={<Tools />} userMenu={<PersonMenu />}>
      <Link
        component={RouterLink}
        to="/"
        aria-label={translate('layout.toHome')}
        sx={{ display: { xs: 'none', sm: 'block' }, mr: 3 }}
      >
        <Wordmark height={22} />
      </Link>
      <TitlePortal variant="body1" component="div" sx={{ display: { sm: 'none' } }} />
      <Box sx={{ flex: 1, display: { xs: 'none', sm: 'block' } }} />
      <SearchButton />
      <SandboxClock />
      <LiveMarker />
      <Bell />
    </AppBar>
  )
}

/** By day or by night, and reading again; while it reads, the wheel has a name. */
function Tools() {
  const translate = useTranslate()
  return (
    <>
      <ToggleThemeButton />
      <LoadingIndicator aria-label={translate('ra.page.loading')} />
    </>
  )
}

function PersonMenu() {
  const { identity } = useGetIdentity()
  const translate = useTranslate()
  return (
    <UserMenu label={identity?.fullName ?? 'ra.auth.user_menu'}>
      <MenuItemLink to="/account" primaryText={translate('layout.account')} leftIcon={<ManageAccounts />} />
      <MenuItemLink to="/my-mails" primaryText={translate('mails.mine.title')} leftIcon={<MailOutlined />} />
      <Logout />
    </UserMenu>
  )
}
