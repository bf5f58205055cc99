/** Words that every page uses: states as the trade says them, refusals, live, paging. */
export const sharedMessages = {
  shared: {
    file: {
      scanning: 'Being checked for viruses. It can be opened once nothing was found.',
      quarantined:
        'The virus scanner found something in this file: nobody can open it, and it cannot be used.',
      finding: 'It calls it %{finding}.',
    },
    capped: 'There are more than %{count}. Narrow the list by its filters to reach the rest.',
    nobody: 'Nobody yet',
    cancel: 'Cancel',
    back: 'Go back',
    overdue: 'Overdue',
    until: 'until %{at}',
  },
  live: {
    up: 'Live',
    down: 'Not live',
    connecting: 'Connecting',
    upHelp: 'Changes appear here by themselves.',
    downHelp: 'The live connection is down. We keep trying; what you miss is read when it is back.',
  },
  states: {
    ON_HOLD: 'On hold',
    AWAITING_PAYMENT: 'Awaiting payment',
    AWAITING_ONBOARDING: 'Awaiting onboarding',
    IN_VERIFICATION: 'In verification',
    ACTION_REQUIRED: 'Action required',
    CHANGES_REQUESTED: 'Changes requested',
    GIVEN_UP: 'Given up',
    IN_PREPARATION: 'In preparation',
    OFFERED: 'On sale',
    WITHDRAWN: 'Off sale',
    TAKEN: 'Sent',
    person: 'Sign-in',
    staff: 'Team',
    member: 'Members',
  },
  refusals: {
    STALE_VERSION: 'Somebody changed this meanwhile. It has been read again: please look and try once more.',
    INVALID_TRANSITION: 'This no longer fits the present state. The page has been read again.',
    marked: 'Please mend what is marked.',
    BUSY: 'Somebody is changing this at the same moment. Please try again.',
    UNREACHABLE: 'Waybill cannot be reached just now. Nothing was changed by us; trying again is safe.',
    UNEXPECTED: 'Something went wrong on our side: %{message}',
  },
}
