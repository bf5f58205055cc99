import type { disputes as english } from '../en/disputes.js'

/** What the mails about disputes say, to both sides and to the team that decides, in German. */
export const disputes: typeof english = {
  facts: {
    reason: 'Grund',
    held: 'Dafür zurückgelegt',
    respondBy: 'Antwort bis',
    openedAt: 'Eröffnet am',
    until: 'Erstattung von selbst am',
  },
  reasons: {
    NOT_PERFORMED: 'Nicht oder nur zum kleinen Teil durchgeführt',
    NOT_AS_AGREED: 'Anders durchgeführt als vereinbart',
    WRONG_DATES: 'An anderen Tagen gelaufen als vereinbart',
    WRONG_PLACEMENT: 'An anderer Stelle gelaufen als vereinbart',
    UNAPPROVED_CREATIVE: 'Mit anderen Werbemitteln gelaufen als den genehmigten',
  },
  open: 'Beanstandung öffnen',
  opened: {
    subject: (number) => `Auftrag ${number}: Ihre Beanstandung ist eröffnet`,
    preheader: 'Wie es jetzt weitergeht, und bis wann.',
    heading: 'Ihre Beanstandung ist eröffnet',
    intro: (channel) =>
      `Ihre Beanstandung gegenüber ${channel} liegt uns vor. Das Geld bleibt, wo es ist, bis sie entschieden ist.`,
    next: 'Wie es weitergeht',
    answer: (channel, until) => ({
      about: `${channel} antwortet`,
      text: `Für eine Antwort ist bis ${until} Zeit. Bleibt sie aus, machen wir ohne sie weiter.`,
    }),
    decide: {
      about: 'Unser Team entscheidet',
      text: 'Jemand, der nicht an diesem Auftrag gearbeitet hat, sieht sich an, was beide Seiten sagen und zeigen. Sie erhalten die Entscheidung mit ihrer Begründung.',
    },
    evidence: {
      about: 'Sie können etwas ergänzen',
      text: 'Bis zur Entscheidung können Sie Dateien und Stellungnahmen hinzufügen. Sie können die Beanstandung auch zurückziehen, aber keine zweite eröffnen.',
    },
    channelSubject: (number, buyer) => `Auftrag ${number}: ${buyer} hat ihn beanstandet, bitte antworten Sie`,
    channelPreheader: (until) => `Ihre Antwort wird bis ${until} gebraucht.`,
    channelHeading: 'Ein Auftrag wurde beanstandet',
    channelIntro: (buyer, pkg) =>
      `${buyer} sagt, dass „${pkg}“ nicht wie vereinbart erledigt wurde. In eigenen Worten:`,
    channelIntroSilent: (buyer, pkg) => `${buyer} sagt, dass „${pkg}“ nicht wie vereinbart erledigt wurde.`,
    channelNext: (until) =>
      `Sagen Sie bis ${until}, wie Sie es sehen, und zeigen Sie, was dafür spricht. Hören wir nichts von Ihnen, entscheidet unser Team nach dem, was ihm vorliegt.`,
    frozen: 'Das Geld bleibt, wo es ist, bis unser Team entschieden hat.',
    respond: 'Auf die Beanstandung antworten',
    teamSubject: (number) => `Eine Beanstandung ist zu entscheiden: Auftrag ${number}`,
    teamPreheader: (until) => `Der Kanal hat bis ${until} Zeit für eine Antwort.`,
    teamHeading: 'Ein Auftrag wurde beanstandet',
    teamIntro: (buyer, channel, pkg) =>
      `${buyer} beanstandet „${pkg}“ von ${channel}. Wer nicht an dem Auftrag gearbeitet hat, kann entscheiden: freigeben, erstatten oder teilen, mit Begründung. Eröffnet wurde die Beanstandung mit diesen Worten:`,
  },
  asked: {
    subject: (number) => `Auftrag ${number}: Wir haben eine Frage zur Beanstandung`,
    preheader: (until) => `Bitte antworten Sie bis ${until}.`,
    heading: 'Wir haben eine Frage an Sie',
    intro: 'Bevor unser Team über die Beanstandung entscheiden kann, fragt es Sie:',
    introSilent: 'Bevor unser Team über die Beanstandung entscheiden kann, hat es eine Frage an Sie.',
    after: (until) =>
      `Bitte antworten Sie bis ${until}. Hören wir nichts, entscheidet unser Team nach dem, was ihm vorliegt.`,
    answer: 'Frage beantworten',
    otherSubject: (number, asked) => `Auftrag ${number}: Wir haben ${asked} etwas zur Beanstandung gefragt`,
    otherPreheader: 'Sie müssen nichts tun.',
    otherHeading: 'Die Beanstandung wartet auf eine Antwort',
    otherIntro: (asked, until) =>
      `Unser Team hat ${asked} etwas gefragt und wartet bis ${until} auf die Antwort. Sie müssen nichts tun; danach macht unser Team weiter.`,
  },
  withdrawn: {
    subject: (number) => `Auftrag ${number}: Die Beanstandung wurde zurückgezogen`,
    preheader: 'Was mit dem Geld geschieht.',
    heading: 'Die Beanstandung wurde zurückgezogen',
    buyer:
      'Die Beanstandung wurde auf Ihrer Seite zurückgezogen. Eine zweite zu diesem Auftrag ist nicht möglich.',
    channel: (buyer) =>
      `${buyer} hat die Beanstandung zurückgezogen. Eine zweite zu diesem Auftrag ist nicht möglich.`,
    releaseAt: 'Freigabe von selbst am',
    money: (until, channel) =>
      `Das Geld geht am ${until} von selbst an ${channel}, oder vorher, wenn es freigegeben wird.`,
    moneyYou: (until) =>
      `Das Geld geht am ${until} von selbst an Sie, oder vorher, wenn es freigegeben wird.`,
  },
  resolved: {
    subject: (number) => `Auftrag ${number}: Über die Beanstandung ist entschieden`,
    preheader: 'Was entschieden wurde, und warum.',
    heading: 'Über die Beanstandung ist entschieden',
    buyer: {
      RELEASE: (channel) => `Das Geld wird für ${channel} freigegeben. Es geht nichts zurück.`,
      REFUND: 'Das ganze Geld geht an Sie zurück.',
      SPLIT: (channel) => `Ein Teil des Geldes geht an Sie zurück, der Rest geht an ${channel}.`,
    },
    channel: {
      RELEASE: 'Das Geld wird für Sie freigegeben.',
      REFUND: (buyer) => `Das ganze Geld geht an ${buyer} zurück.`,
      SPLIT: (buyer) => `Ein Teil des Geldes geht an ${buyer} zurück, der Rest geht an Sie.`,
    },
    byUs: 'Unser Team hat sich angesehen, was beide Seiten sagen und zeigen, und so entschieden:',
    byItself:
      'Über die Beanstandung wurde nicht innerhalb von 30\u00A0Tagen entschieden. Nach unserer Regel geht das Geld dann zurück. Es tut uns leid, dass es so lange gedauert hat.',
    reasons: 'Die Begründung',
    final: 'Damit ist der Auftrag abgeschlossen.',
    decidedAt: 'Entschieden am',
    headingByItself: 'Die Beanstandung ist beendet',
    subjectByItself: (number) => `Auftrag ${number}: Die Beanstandung ist beendet`,
    preheaderByItself: 'Das Geld geht zurück.',
    endedAt: 'Beendet am',
  },
  undecided: {
    subject: (number, until) =>
      `Noch offen: Die Beanstandung zu Auftrag ${number} endet am ${until} von selbst`,
    preheader: 'Dann geht das ganze Geld zurück.',
    heading: 'Eine Beanstandung wartet auf eine Entscheidung',
    intro: (until) =>
      `Über diese Beanstandung hat noch niemand entschieden. Bleibt es dabei, geht das ganze Geld am ${until} von selbst zurück.`,
    todo: 'Bitte entscheidet jemand, der nicht an dem Auftrag gearbeitet hat.',
  },
}
