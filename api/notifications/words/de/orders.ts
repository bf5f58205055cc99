import type { orders as english } from '../en/orders.js'

/** What the mails about orders, payments and refunds say, in German. */
export const orders: typeof english = {
  receipt: {
    subject: (number) => `Auftrag ${number}: Ihre Zahlung ist eingegangen, die Arbeit beginnt`,
    preheader: (services) => `${services}. So geht es jetzt weiter.`,
    heading: 'Vielen Dank. Die Arbeit hat begonnen.',
    intro: 'Ihre Zahlung ist abgeschlossen. Ab jetzt läuft alles von selbst, und zwar so:',
    total: 'Bezahlt',
    paidAt: 'Bezahlt am',
    next: 'Wie es weitergeht',
    asked: (person) =>
      `${person} erhält eine E\u2011Mail, in der steht, welche Antworten und Dateien wir zuerst brauchen. Sobald alles da ist, prüft unser Team die Angaben und setzt die richtigen Fachleute daran.`,
    askedYou:
      'Sie erhalten eine eigene E\u2011Mail, in der steht, welche Antworten und Dateien wir zuerst brauchen. Sobald alles da ist, prüft unser Team die Angaben und setzt die richtigen Fachleute daran.',
    automatic: 'Wird automatisch eingerichtet. Niemand muss uns etwas schicken.',
    dashboard: (organisation) =>
      `Eine Einladung zum Dashboard geht an ${organisation}, wie von Ihnen gewünscht.`,
    talk: 'Innerhalb von 24\u00A0Stunden nach Ihrer Zahlung erhalten Sie außerdem eine E\u2011Mail, die erklärt, wie Sie von nun an mit unserem Team sprechen.',
    reach: 'Auf der Seite des Auftrags können Sie uns jederzeit schreiben.',
  },
  paymentFailed: {
    subject: (number) => `Auftrag ${number}: Die Zahlung ist nicht zustande gekommen`,
    preheader: 'Es wurde nichts abgebucht. Sie können es noch einmal versuchen.',
    heading: 'Die Zahlung ist nicht zustande gekommen',
    intro:
      'Ihre Zahlung wurde abgelehnt; es wurde nichts abgebucht. Der Auftrag wartet auf Sie: Versuchen Sie es noch einmal, gern auch mit einer anderen Zahlungsart.',
    amount: 'Zu zahlen',
    reason: 'Grund laut Zahlungsdienst',
    payBy: 'Zahlbar bis',
    after: (moment) =>
      `Ein Auftrag, der bis ${moment} nicht bezahlt ist, wird automatisch storniert. Sie können jederzeit neu bestellen.`,
    tryAgain: 'Noch einmal versuchen',
  },
  refundIssued: {
    subject: (number, amount) => `Auftrag ${number}: ${amount} sind auf dem Weg zurück zu Ihnen`,
    preheader: 'Die Rückerstattung ist angewiesen.',
    heading: 'Ihre Rückerstattung ist angewiesen',
    intro: (amount) =>
      `Wir haben ${amount} auf dem Weg zurückgeschickt, auf dem bezahlt wurde. Je nach Bank kann es einige Werktage dauern, bis das Geld da ist.`,
    amount: 'Rückerstattung',
    issuedAt: 'Angewiesen am',
  },
  refundFailed: {
    subject: (number, amount) => `Auftrag ${number}: Die Rückerstattung von ${amount} ist nicht gelungen`,
    preheader: 'Wir kümmern uns darum.',
    heading: 'Eine Rückerstattung ist nicht gelungen',
    buyer: (amount) =>
      `Ihre Rückerstattung von ${amount} wurde unterwegs abgelehnt. Das Geld gehört weiterhin Ihnen: Es ist für Sie zurückgelegt, und unser Finanzteam kümmert sich darum. Sie müssen nichts tun; wenn wir etwas von Ihnen brauchen, schreiben wir Ihnen.`,
    team: (amount) =>
      `Die Rückerstattung von ${amount} wurde abgelehnt. Der Betrag bleibt zurückgelegt; wer den Auftrag erteilt hat, weiß Bescheid. Bitte sehen Sie sich den Zahlungsvorgang an, beheben Sie die Ursache und versuchen Sie es noch einmal.`,
    amount: 'Rückerstattung',
    reason: 'Grund laut Zahlungsdienst',
  },
}
