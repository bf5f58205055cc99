/** The words of the calendars of our team. */
export const calendarsMessages = {
  calendars: {
    title: 'Answering hours',
    meaning:
      'We answer within 20 minutes. While a calendar is in use, only its hours count; with none in use, every hour of every day does. Changing one takes nothing away from the time that was used already.',
    empty: 'No calendar was written down: every hour counts.',
    name: 'Calendar',
    state: 'State',
    states: { IN_USE: 'In use', ASIDE: 'Set aside' },
    hours: 'Hours',
    holidays: 'Days off',
    actions: 'Actions',
    from: '%{day} from',
    until: '%{day} until',
    addHours: 'Add hours on %{day}',
    removeHours: 'Remove %{from}–%{until} on %{day}',
    closed: 'closed',
    short: {
      MONDAY: 'Mon',
      TUESDAY: 'Tue',
      WEDNESDAY: 'Wed',
      THURSDAY: 'Thu',
      FRIDAY: 'Fri',
      SATURDAY: 'Sat',
      SUNDAY: 'Sun',
    },
    days: {
      MONDAY: 'Monday',
      TUESDAY: 'Tuesday',
      WEDNESDAY: 'Wednesday',
      THURSDAY: 'Thursday',
      FRIDAY: 'Friday',
      SATURDAY: 'Saturday',
      SUNDAY: 'Sunday',
    },
  },
}
