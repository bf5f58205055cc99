import { calendarDay } from '../../format/format.js'
import { managerWords as words } from '../../words/campaigns.js'

/** From when to when a campaign runs, as people say it; null where no days were named. */
export function datesOf({
  startsOn,
  endsOn,
}: {
  startsOn: string | null
  endsOn: string | null
}): string | null {
  return startsOn && endsOn ? words.dates(calendarDay(startsOn), calendarDay(endsOn)) : null
}
