import { useLocaleState } from 'react-admin'

/** A day of the calendar, which is the same in every zone. */
export function Day({ of }: { of: string }) {
  const [locale] = useLocaleState()
  const date = new Date(`${of.slice(0, 10)}T00:00:00Z`)
  const text = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(date)
  return <time dateTime={of.slice(0, 10)}>{text}</time>
}
