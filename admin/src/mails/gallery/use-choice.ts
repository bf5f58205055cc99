import { useSearchParams } from 'react-router-dom'

/** What the gallery shows; it stands in the address, so that a mail can be pointed at. */
export interface Choice {
  readonly template: string
  readonly variant: string
  readonly locale: string
  readonly width: 'desktop' | 'phone'
  readonly scheme: 'light' | 'dark'
}

type Defaults = Pick<Choice, 'template' | 'locale'>

/** The choice that the address holds, what is missing filled in, and how to change a part of it. */
export function useChoice(first: Defaults) {
  const [params, setParams] = useSearchParams()
  // The address itself is asked: of two choices right after each other the page may not have drawn the first yet.
  const choose = (part: Partial<Choice>) =>
    setParams({ ...choiceIn(paramsNow(), first), ...part }, { replace: true })
  return { choice: choiceIn(params, first), choose }
}

function choiceIn(params: URLSearchParams, first: Defaults): Choice {
  return {
    template: params.get('template') ?? first.template,
    variant: params.get('variant') ?? '',
    locale: params.get('locale') ?? first.locale,
    width: params.get('width') === 'phone' ? 'phone' : 'desktop',
    scheme: params.get('scheme') === 'dark' ? 'dark' : 'light',
  }
}

function paramsNow(): URLSearchParams {
  return new URLSearchParams(location.hash.split('?')[1])
}
