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
    campaign: {
      subject: (number, channel) => `Auftrag ${number}: Ihr Auftrag liegt bei ${channel}`,
      preheader: (until) => `Eine Antwort kommt bis ${until}.`,
      heading: 'Vielen Dank. Ihr Auftrag ist eingegangen.',
      intro: (channel, pkg) => `Ihr Auftrag für „${pkg}“ liegt bei ${channel}. So geht es jetzt weiter:`,
      amount: 'Vorgemerkt',
      answerBy: 'Antwort bis',
      answer: (channel, until) => ({
        about: `${channel} nimmt an oder lehnt ab`,
        text: `Dafür ist bis ${until} Zeit. Bei einer Ablehnung, oder wenn keine Antwort kommt, wird nichts abgebucht.`,
      }),
      money: {
        about: 'Das Geld ist nur vorgemerkt',
        text: 'Es wird bei der Annahme eingezogen und bleibt zurückgelegt, bis die Kampagne abgeschlossen ist und Sie Zeit hatten, alles zu prüfen.',
      },
      creatives: 'Bitte laden Sie diese Werbemittel gleich hoch',
      sooner: 'Je früher sie da sind, desto früher kann die Kampagne beginnen.',
      open: 'Kampagne öffnen',
    },
    appointment: {
      subject: (number, counterpart) =>
        `Auftrag ${number}: bezahlt, wir nehmen jetzt Kontakt zu ${counterpart} auf`,
      preheader: 'So geht es weiter.',
      heading: 'Vielen Dank. Wir fangen sofort an.',
      intro: (counterpart, service) =>
        `Ihre Zahlung ist endgültig, und unser Team hat die Aufgabe, ${counterpart} zu erreichen: ${service}.`,
      begin: {
        about: 'Wir fangen sofort an',
        text: 'Wir rufen an, schreiben, und schicken eine SMS, wo das willkommen ist, immer bei Tag am Ort der anderen Seite.',
      },
      mails: {
        about: 'Sie bleiben auf dem Laufenden',
        text: 'Per E\u2011Mail, wenn wir anfangen, wenn der Termin bestätigt ist, und auch, solange er es nicht ist.',
      },
      where: {
        about: 'Sie sehen immer, wie es steht',
        text: 'Die Seite des Auftrags sagt es jederzeit, auch was als Nächstes kommt und bis wann.',
      },
    },
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
    letGo: {
      subject: (number, amount) => `Auftrag ${number}: ${amount} waren vorgemerkt und sind wieder frei`,
      preheader: 'Die Vormerkung ist aufgehoben.',
      heading: 'Die Vormerkung ist aufgehoben',
      intro: (amount) =>
        `${amount} waren für diesen Auftrag vorgemerkt. Davon wurde nichts abgebucht, und wir haben die Vormerkung aufgehoben. Bis Ihre Bank das zeigt, können ein paar Tage vergehen.`,
      amount: 'Wieder frei',
      at: 'Aufgehoben am',
    },
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
    letGo: {
      subject: (number, amount) => `Auftrag ${number}: ${amount} sind noch nicht wieder frei`,
      heading: 'Eine Vormerkung ließ sich noch nicht aufheben',
      buyer: (amount) =>
        `${amount} waren für diesen Auftrag vorgemerkt, und das Aufheben wurde unterwegs abgelehnt. Das Geld gehört Ihnen: Unser Finanzteam kümmert sich darum, und sollte etwas abgebucht worden sein, wird es erstattet. Sie müssen nichts tun.`,
      team: (amount) =>
        `Das Aufheben der Vormerkung über ${amount} wurde abgelehnt. Wer den Auftrag erteilt hat, weiß Bescheid. Bitte sehen Sie sich den Zahlungsvorgang an, beheben Sie die Ursache und versuchen Sie es noch einmal; was doch eingezogen wurde, wird erstattet.`,
      amount: 'Noch vorgemerkt',
    },
  },
}
