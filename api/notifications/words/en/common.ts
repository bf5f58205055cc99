/** Words that every mail shares. */
export const common = {
  hello: (name: string) => `Hello ${name},`,
  /** A moment: its day, its time on the clock, and the short name of the zone. */
  moment: (day: string, time: string, zone: string) => `${day} at ${time}\u00A0${zone}`,
  /** Only the time on a clock, and the short name of its zone. */
  time: (time: string, zone: string) => `${time}\u00A0${zone}`,
  times: (zone: string) => `Times in this mail are in the time zone ${zone}.`,
  why: {
    buyer: 'You get this mail because you placed this order.',
    recipient:
      'You get this mail because you were named as the person who answers the questions for this work.',
    formerRecipient:
      'You get this mail because you had been named as the person who answers the questions for this work.',
    invited:
      'You get this mail because somebody invited you by this address. If you do not know them, nothing happens unless you accept.',
    channel: 'You get this mail because you look after the campaigns of your channel.',
    team: 'You get this mail because this is part of your work at Waybill.',
    conversation: 'You get this mail because you can read this order.',
    attendee: 'You get this mail because you were named as the person who comes to this appointment.',
    counterpart:
      'You get this mail because somebody has asked us to make an appointment with you, and gave us this address for it.',
    account: 'You get this mail because it is about how you sign in to Waybill.',
    signIn:
      'You get this mail because somebody asked to sign in with this address. If it was not you, you need to do nothing.',
  },
  ownLink: 'The link is yours alone and good once. Please do not pass it on.',
  ownLinkRenewed:
    'The link is yours alone and opens once. Please do not pass it on. If it was opened already, its page can mail you a fresh one.',
  order: 'Order',
  service: 'Service',
  forWhom: 'For',
  openOrder: 'Open the order',
  preferences: 'Choose which mails you get',
}
