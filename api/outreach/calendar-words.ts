interface CalendarWords {
  /** The entry's title, for one side: what it is, and with whom. */
  title(service: string, other: string): string
  who(attendee: string, organisation: string, counterpart: string): string
  readonly change: string
}

const en: CalendarWords = {
  title: (service, other) => `${service} with ${other}`,
  who: (attendee, organisation, counterpart) => `${attendee} (${organisation}) and ${counterpart}`,
  change: 'If you have to move it, open the link in our newest mail or text.',
}

const de: CalendarWords = {
  title: (service, other) => `${service} mit ${other}`,
  who: (attendee, organisation, counterpart) => `${attendee} (${organisation}) und ${counterpart}`,
  change:
    'Wenn Sie den Termin verschieben müssen, öffnen Sie den Link in unserer neuesten Mail oder Textnachricht.',
}

/** The words of a calendar entry in a reader's language; English where we do not speak it. */
export function calendarWords(locale: string): CalendarWords {
  return /^de\b/i.test(locale) ? de : en
}
