/** What the mails about an appointment say, to both sides of it. */
export const appointments = {
  facts: {
    when: 'When',
    was: 'Until now',
    wasToBe: 'Was to be',
    proposed: 'Proposed',
    there: (counterpart: string) => `By the clock of ${counterpart}`,
    place: 'Where',
    length: 'Length',
    minutes: (count: number) => `${count}\u00A0minutes`,
    youMeet: 'You meet',
    of: (person: string, organisation: string) => `${person}, ${organisation}`,
    about: 'About',
  },
  calendar: {
    attached: 'The file with this mail puts the appointment into your calendar.',
    moved: 'The file with this mail moves the appointment in your calendar.',
    givenUp: 'The file with this mail takes the earlier time out of your calendar.',
    removed: 'The file with this mail takes the appointment out of your calendar.',
  },
  request: {
    subject: (asks: string, service: string) => `${asks} asks for a time with you: ${service}`,
    preheader: 'Choose one that suits you, or tell us what does.',
    heading: (asks: string) => `${asks} would like to meet you`,
    intro: (asks: string, service: string, minutes: number) =>
      `${asks} has asked us to make an appointment with you: ${service}. It takes about ${minutes}\u00A0minutes.`,
    choices: 'What you can do',
    choose: {
      about: 'A time suits you?',
      text: 'Choose one of those that are free. It is agreed at once.',
    },
    other: {
      about: 'None of them does?',
      text: 'Decline, and tell us which others would suit you. We get in touch again.',
    },
    decline: {
      about: 'You would rather not?',
      text: 'Say so, with a word about why. We pass it on.',
    },
    said: 'A word from our team:',
    texts: 'On the same page you can tell us not to send you text messages.',
    open: 'Choose a time, or decline',
    newTime: {
      subject: (asks: string, service: string) => `${asks} proposes another time: ${service}`,
      preheader: 'Please agree, or choose another.',
      heading: 'Another time is proposed',
      intro: (asks: string, service: string) =>
        `${asks} would like to move the appointment with you, ${service}. The new time stands as soon as you agree.`,
      agree: {
        about: 'The new time suits you?',
        text: 'Agree to it. Then it stands.',
      },
      other: {
        about: 'It does not?',
        text: 'Choose another that is free, or decline and tell us which would suit you.',
      },
      open: 'Agree, or choose another time',
    },
    freshLink: {
      subject: (service: string) => `Your fresh link: ${service}`,
      preheader: 'It opens once.',
      heading: 'Here is your fresh link',
      intro: (service: string, asks: string) =>
        `You have asked for a fresh link to your appointment: ${service} with ${asks}.`,
      open: 'Open the appointment',
    },
  },
  confirmed: {
    subject: (service: string, day: string) => `Confirmed: ${service} on ${day}`,
    preheader: (when: string) => `${when}.`,
    heading: 'Your appointment is confirmed',
    buyer: (counterpart: string, service: string) =>
      `${counterpart} has agreed to a time for ${service}. With that your order is confirmed: the appointment is made and goes ahead.`,
    attendee: (counterpart: string, service: string) =>
      `A time is agreed on: you meet ${counterpart} for ${service}.`,
    counterpart: (attendee: string, asks: string) => `Thank you. You meet ${attendee} of ${asks}.`,
    change:
      'If you have to move it, propose another time on the order’s page. If it cannot take place at all, write to us there.',
    attendeeChange: (placedBy: string) =>
      `If you cannot come, please tell ${placedBy}, who asked us for this appointment.`,
    attendeeChangeSilent: 'If you cannot come, please tell whoever asked us for this appointment.',
    counterpartChange:
      'If another time suits you better, you can move it to one that is free. The page also says what to do if you cannot come at all.',
    manage: 'Open the appointment',
  },
  changed: {
    subject: (service: string, day: string) => `New time: ${service} on ${day}`,
    preheader: (when: string) => `Now ${when}.`,
    heading: 'The appointment has a new time',
    intro: (service: string) => `The time of ${service} has changed.`,
    byCounterpart: (counterpart: string, service: string) =>
      `${counterpart} has moved ${service} to another time that was free.`,
    proposedSubject: (number: string, counterpart: string) =>
      `Order ${number}: ${counterpart} is asked for a new time`,
    proposedPreheader: 'It stands once they agree.',
    proposedHeading: 'A new time is proposed',
    proposed: (counterpart: string, service: string) =>
      `We ask ${counterpart} to agree to another time for ${service}. Until then no time stands: the earlier one is given up.`,
    proposedNext: 'You get a mail with the time as soon as it is agreed on.',
  },
  cancelled: {
    subject: (service: string) => `Called off: ${service}`,
    preheader: 'It does not take place.',
    heading: 'The appointment is called off',
    intro: (service: string) => `The appointment for ${service} does not take place.`,
    byYou: (service: string) => `The appointment for ${service} was called off on your side.`,
    byUs: (service: string) => `We had to call off the appointment for ${service}. This is why:`,
    byUsSilent: (service: string) => `We had to call off the appointment for ${service}.`,
    counterpart: (asks: string, service: string) =>
      `${asks} no longer asks for an appointment with you: ${service}. You need to do nothing.`,
    counterpartConfirmed: (asks: string, service: string) =>
      `Your appointment with ${asks}, ${service}, does not take place. You need to do nothing.`,
    links: 'The links in our earlier mails no longer open anything.',
    refund: 'What goes back to you is told by a mail of its own.',
    again: 'Order again',
  },
  reminder: {
    subject: (service: string, day: string) => `Reminder: ${service} on ${day}`,
    soonSubject: (service: string, time: string) => `Soon: ${service} at ${time}`,
    preheader: (when: string) => `${when}.`,
    heading: 'Your appointment is near',
    soonHeading: 'Your appointment begins soon',
    intro: (person: string, service: string) => `You meet ${person} for ${service}.`,
    buyer: (attendee: string, counterpart: string, service: string) =>
      `${attendee} meets ${counterpart} for ${service}.`,
  },
  missed: {
    subject: (number: string, counterpart: string) =>
      `Order ${number}: the appointment with ${counterpart} did not take place`,
    preheader: (until: string) => `We can try again until ${until}.`,
    heading: 'The appointment did not take place',
    intro: (counterpart: string, service: string) =>
      `We have noted that the appointment with ${counterpart} for ${service} did not take place, because somebody did not come.`,
    next: (until: string) =>
      `If that is not so, or you would like us to ask for another time, tell us on the order’s feed by ${until}. After that the order is closed.`,
  },
}
