import { useFragment } from '../../router/router.js'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Page } from '../../ui/Page.js'
import { signInWords as words } from '../../words/sign-in.js'

/** Where a sign-in link leads. A mail scanner that opens it uses nothing up: the token goes out only on the click. */
export function MagicLinkPage() {
  const token = useFragment('token')
  const follow = (): void => {
    const query = new URLSearchParams({
      token: token ?? '',
      callbackURL: '/portal/',
      errorCallbackURL: '/portal/sign-in?over=1',
    })
    window.location.assign(`/api/auth/magic-link/verify?${query}`)
  }
  return (
    <Page title={words.magicTitle} lead={words.magicLead} width="slim">
      {token ? (
        <Button wide onClick={follow}>
          {words.magicSubmit}
        </Button>
      ) : (
        <Notice tone="bad" title={words.noToken} />
      )}
    </Page>
  )
}
