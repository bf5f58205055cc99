/** The words of the log. */
export const auditMessages = {
  audit: {
    title: 'Log',
    empty: 'Nothing in the log fits these filters.',
    when: 'When',
    who: 'Who',
    what: 'What',
    about: 'About',
    area: 'Part',
    search: 'Id of anything',
    searchHelp: 'An order, a person, a task, an entry: paste its id',
    from: 'From',
    to: 'To, not included',
    clear: 'Clear',
    details: 'Details',
    of: 'In the log',
    recent: 'Recently in the log',
    all: 'All of it',
  },
}
