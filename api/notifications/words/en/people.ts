/** What the mails say that let people in, and what they write to each other. */
export const people = {
  dashboard: {
    subject: (buyer: string) => `${buyer} invites you to follow the work for you`,
    preheader: 'See where it stands, any time.',
    heading: 'Your dashboard is ready',
    intro: (buyer: string, organisation: string) =>
      `${buyer} has ordered work for ${organisation} and would like you to be able to follow it. On your dashboard you see:`,
    stage: 'where the work stands and what comes next',
    documents: 'your own documents and what was asked of you',
    messages: 'the messages that are meant for you, and you can answer them',
    accept: 'Accept the invitation and choose a password',
  },
  communication: {
    subject: (order: string) => `Order ${order}: how to talk with our team`,
    preheader: 'One page, real people, any time.',
    heading: 'This is how you reach us from now on',
    intro: (order: string) =>
      `Our team looks after order ${order} from beginning to end. From now on you talk with them like this:`,
    write: {
      about: 'Write on the order’s page',
      text: 'Everything about this order is said in one place, so that whoever works on it knows it. Your message goes to the people who do the work.',
    },
    answer: {
      about: 'We answer there',
      text: 'You get a mail when somebody writes to you, with a link straight to the conversation.',
    },
    follow: {
      about: 'Follow the work',
      text: 'The same page shows at any time where things stand, what comes next and who has to act. Expect to hear from us regularly.',
    },
    concern: {
      about: 'Something is wrong?',
      text: 'Tell us at once, whatever it is. A question or a concern never has to wait for the next report.',
    },
    open: 'Go to the conversation',
  },
  member: {
    subject: (inviter: string) => `${inviter} invites you to Waybill`,
    preheader: (organisation: string) => `Join ${organisation}.`,
    heading: (organisation: string) => `Join ${organisation} on Waybill`,
    intro: (inviter: string, organisation: string) =>
      `${inviter} would like you to be a member of ${organisation} on Waybill.`,
    owner: 'You will be an owner: you see orders and money, and decide who else is a member.',
    member: 'You will be a member: you see the orders and can work on them.',
    accept: 'Accept and choose a password',
  },
  staff: {
    subject: 'Your place in the Waybill team',
    preheader: 'Choose a password and sign in.',
    heading: 'Welcome to the team',
    intro: (inviter: string) => `${inviter} has made a place for you in the back office of Waybill.`,
    roles: 'Your roles',
    roleNames: {
      ADMIN: 'admin',
      FULFILMENT: 'fulfilment',
      SUPPORT: 'support',
      FINANCE: 'finance',
    } as Readonly<Record<string, string>>,
    skills: 'Your skills',
    accept: 'Accept and choose a password',
  },
  signIn: {
    subject: 'Your link to sign in',
    preheader: 'It is good for a few minutes, once.',
    heading: 'Sign in to Waybill',
    intro: 'Here is the link that you asked for. It opens once and is good for a few minutes.',
    open: 'Sign in',
  },
  secondFactor: {
    subject: 'Your second factor was removed',
    preheader: 'Set up a new one when you next sign in.',
    heading: 'Your second factor was removed',
    byAdmin: (admin: string) =>
      `${admin} has removed the second factor of your sign-in to Waybill, as is done when somebody has lost it.`,
    byYou: 'The second factor of your sign-in to Waybill was removed from within your own account.',
    next: 'If your role asks for one, you are asked to set up a new one when you next sign in.',
    notYou: 'If you know nothing of this, tell an admin of the team at once, by telephone or in person.',
    notYouOutside:
      'If you know nothing of this, choose another password at once and write to us on one of your orders.',
    removedAt: 'Removed on',
    open: 'Sign in',
  },
  message: {
    subjects: {
      MESSAGE: (author: string, order: string) => `${author} wrote about order ${order}`,
      QUESTION: (author: string, order: string) => `${author} asks something about order ${order}`,
      STATUS_REQUEST: (author: string, order: string) => `${author} asks how order ${order} stands`,
    },
    subjectMention: (author: string, order: string) => `${author} calls upon you on order ${order}`,
    subjectMany: (count: number, order: string) => `${count} new messages about order ${order}`,
    headingMany: (count: number) => `${count} new messages`,
    mention: (author: string) => `${author} calls upon you`,
    toYou: (author: string) => `${author} wrote to you`,
    kinds: {
      MESSAGE: (author: string) => `${author} wrote`,
      QUESTION: (author: string) => `${author} asks`,
      STATUS_REQUEST: (author: string) => `${author} asks how it stands`,
    },
    card: 'They were shown where the order stands.',
    cardTeam: 'They were shown where the order stands. That is no answer yet: please write one.',
    attached: 'Attached',
    earlier: (count: number) =>
      count === 1
        ? 'One earlier message stands on the page.'
        : `${count} earlier messages stand on the page.`,
    note: 'An internal note: only the team can read it.',
    cut: 'The message is longer; the page shows all of it.',
    open: 'Read and answer',
    noReply: 'Please answer on the page: mails to this address are not read.',
  },
}
