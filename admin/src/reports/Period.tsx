import { useLocaleState } from 'react-admin'

/** The days that a report tells of, from the first to the last. */
export function Period({ report }: { report: { periodFrom: string; periodTo: string } }) {
  const [locale] = useLocaleState()
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  return <>{day.formatRange(new Date(report.periodFrom), new Date(report.periodTo))}</>
}
