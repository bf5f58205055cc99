import type { agreements as english } from '../en/agreements.js'

/** What the mails say about campaigns that are to end early, and about deadlines that were moved, in German. */
export const agreements: typeof english = {
  proposed: {
    subject: (number, by) => `Auftrag ${number}: ${by} schlägt vor, die Kampagne zu beenden`,
    preheader: (until) => `Bitte antworten Sie bis ${until}.`,
    heading: 'Ein Vorschlag, die Kampagne zu beenden',
    intro: (by, pkg) => `${by} möchte „${pkg}“ vorzeitig beenden. Die Begründung:`,
    introSilent: (by, pkg) => `${by} möchte „${pkg}“ vorzeitig beenden.`,
    refundToYou: 'Sie bekämen zurück',
    refundTo: (buyer) => `${buyer} bekäme zurück`,
    restToYou: 'Sie bekämen',
    answerBy: 'Antwort bis',
    asked: (until) =>
      `Wenn Sie zustimmen, endet die Kampagne, und das Geld wird so geteilt. Wenn Sie ablehnen, geht sie weiter wie bisher. Kommt bis ${until} keine Antwort, verfällt der Vorschlag, und die Kampagne geht ebenfalls weiter.`,
    answer: 'Zustimmen oder ablehnen',
    copySubject: (number) => `Auftrag ${number}: Ihr Vorschlag, die Kampagne zu beenden, ist angekommen`,
    copyPreheader: (until) => `Die Gegenseite hat bis ${until} Zeit.`,
    copyHeading: 'Ihr Vorschlag ist angekommen',
    copyIntro: (person, other) =>
      `${person} hat ${other} vorgeschlagen, die Kampagne vorzeitig zu beenden. Die Begründung:`,
    copyIntroYou: (other) =>
      `Sie haben ${other} vorgeschlagen, die Kampagne vorzeitig zu beenden. Ihre Begründung:`,
    copyIntroSilent: (other) =>
      `Von Ihrer Seite wurde ${other} vorgeschlagen, die Kampagne vorzeitig zu beenden.`,
    copyNext: (other, until) =>
      `${other} kann bis ${until} zustimmen oder ablehnen. Sie erhalten dann eine E\u2011Mail; kommt keine Antwort, verfällt der Vorschlag, und die Kampagne geht weiter.`,
  },
  answered: {
    subject: {
      AGREED: (number) => `Auftrag ${number}: Die Kampagne ist beendet, beide Seiten sind einverstanden`,
      REFUSED: (number) => `Auftrag ${number}: Die Kampagne geht weiter, der Vorschlag wurde abgelehnt`,
      LAPSED: (number) => `Auftrag ${number}: Die Kampagne geht weiter, der Vorschlag ist verfallen`,
      OVERTAKEN: (number) =>
        `Auftrag ${number}: Die Kampagne wurde als abgeschlossen gemeldet, der Vorschlag ist verfallen`,
    },
    preheader: {
      AGREED: 'Was mit dem Geld geschieht.',
      REFUSED: 'Es hat sich nichts geändert.',
      LAPSED: 'Es hat sich nichts geändert.',
      OVERTAKEN: 'Seinetwegen geht nichts zurück.',
    },
    heading: {
      AGREED: 'Die Kampagne ist beendet',
      REFUSED: 'Die Kampagne geht weiter',
      LAPSED: 'Die Kampagne geht weiter',
      OVERTAKEN: 'Der Vorschlag ist verfallen',
    },
    intro: {
      AGREED: (by, other, pkg) =>
        `${by} hat vorgeschlagen, „${pkg}“ vorzeitig zu beenden, und ${other} hat zugestimmt. Die Arbeit daran wird eingestellt.`,
      REFUSED: (by, other, pkg) =>
        `${by} hat vorgeschlagen, „${pkg}“ vorzeitig zu beenden, und ${other} hat abgelehnt. Es bleibt bei dem, was vereinbart war.`,
      LAPSED: (by, _other, pkg) =>
        `${by} hat vorgeschlagen, „${pkg}“ vorzeitig zu beenden, und es kam keine Antwort. Der Vorschlag ist verfallen; es bleibt bei dem, was vereinbart war.`,
      OVERTAKEN: (by, _other, pkg) =>
        `${by} hat vorgeschlagen, „${pkg}“ vorzeitig zu beenden. Inzwischen wurde die Kampagne als abgeschlossen gemeldet; deshalb ist der Vorschlag ohne Antwort verfallen, und seinetwegen geht nichts zurück.`,
    },
    talk: 'Wenn Sie sich nicht einig werden, schreiben Sie unserem Team auf der Seite der Kampagne: Wir helfen.',
  },
  cancelled: {
    subject: (number) => `Auftrag ${number}: Die Kampagne wurde storniert`,
    preheader: 'Was mit dem Geld geschieht.',
    heading: 'Die Kampagne wurde storniert',
    byUs: (pkg) => `Wir haben „${pkg}“ storniert. Unser Team nennt dafür diesen Grund:`,
    byUsSilent: (pkg) => `Wir haben „${pkg}“ storniert.`,
    unpaid: (pkg, until) =>
      `Die Zahlung für „${pkg}“ wurde abgelehnt und bis ${until} nicht nachgeholt. Die Kampagne wurde deshalb automatisch storniert. Sie schulden nichts.`,
    unpaidChannel: (pkg, until, buyer) =>
      `Die Zahlung für „${pkg}“ wurde abgelehnt und von ${buyer} bis ${until} nicht nachgeholt. Die Kampagne wurde deshalb automatisch storniert.`,
    stop: 'Bitte stellen Sie ein, was Sie dafür schon begonnen hatten.',
    cancelledAt: 'Storniert am',
  },
  money: {
    refundToYou: 'Geht an Sie zurück',
    refundTo: (buyer) => `Geht an ${buyer} zurück`,
    restToYou: 'Geht an Sie',
    told: 'Sie erhalten eine weitere E\u2011Mail, wenn dieses Geld zu Ihnen unterwegs ist.',
  },
  extended: {
    subject: (number) => `Auftrag ${number}: Eine Frist wurde verlängert`,
    preheader: (until) => `Sie endet jetzt am ${until}.`,
    heading: 'Eine Frist wurde verlängert',
    acceptance: (channel, until) =>
      `Unser Team hat ${channel} mehr Zeit für die Antwort gegeben: Annahme oder Ablehnung sind bis ${until} möglich.`,
    acceptanceYou: (until) =>
      `Unser Team hat Ihnen mehr Zeit für die Antwort gegeben: Sie können bis ${until} annehmen oder ablehnen.`,
    release: (buyer, until) =>
      `Unser Team hat ${buyer} mehr Zeit zum Prüfen gegeben: Bis ${until} bleibt das Geld zurückgelegt, und der Auftrag lässt sich beanstanden.`,
    releaseYou: (until) =>
      `Unser Team hat Ihnen mehr Zeit zum Prüfen gegeben: Bis ${until} bleibt das Geld zurückgelegt, und Sie können den Auftrag beanstanden.`,
    reason: 'Unser Team nennt dafür diesen Grund:',
    until: 'Neue Frist',
  },
  captureFailed: {
    subject: (number) => `Auftrag ${number}: Die Zahlung für Ihre Kampagne ist nicht gelungen`,
    preheader: 'Es wurde nichts abgebucht. Bitte zahlen Sie noch einmal.',
    heading: 'Bitte zahlen Sie noch einmal',
    intro: (channel, pkg) =>
      `${channel} hat „${pkg}“ angenommen, aber beim Einziehen wurde die Zahlung abgelehnt. Es wurde nichts abgebucht; die Kampagne wartet auf Sie.`,
    payBy: 'Zahlbar bis',
    after: (moment) => `Ist sie bis ${moment} nicht bezahlt, wird die Kampagne automatisch storniert.`,
    pay: 'Noch einmal zahlen',
    channelSubject: (number, buyer) => `Auftrag ${number}: Die Zahlung von ${buyer} ist nicht gelungen`,
    channelPreheader: 'Bitte warten Sie mit der Arbeit.',
    channelHeading: 'Die Zahlung ist nicht gelungen',
    channelIntro: (buyer, pkg, until) =>
      `Sie haben „${pkg}“ angenommen, aber beim Einziehen wurde die Zahlung von ${buyer} abgelehnt. Sie lässt sich bis ${until} nachholen. Bitte warten Sie so lange mit der Arbeit; vorher können Sie die Kampagne nicht als startklar melden.`,
    channelNext:
      'Sie erhalten eine E\u2011Mail, wenn das Geld da ist, oder wenn die Kampagne endet, weil es ausbleibt.',
  },
  paid: {
    subject: (number) => `Auftrag ${number}: Das Geld für die Kampagne ist da`,
    preheader: 'Die Kampagne geht weiter.',
    heading: 'Das Geld ist da',
    buyer: (amount, channel) =>
      `Ihre Zahlung von ${amount} ist eingegangen und für diesen Auftrag zurückgelegt. Die Kampagne geht weiter, und ${channel} weiß Bescheid.`,
    channel: (buyer, pkg) =>
      `${buyer} hat noch einmal gezahlt, und das Geld für „${pkg}“ ist zurückgelegt. Sie können mit der Kampagne weitermachen.`,
    paidAt: 'Bezahlt am',
  },
}
