import { useLocaleState } from 'react-admin'
import { dayWords } from '../shared/day-words.js'

/** A day of the calendar, which is the same in every zone. */
export function Day({ of }: { of: string }) {
  const [locale] = useLocaleState()
  return <time dateTime={of.slice(0, 10)}>{dayWords(of, locale)}</time>
}
