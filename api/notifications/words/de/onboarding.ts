import type { onboarding as english } from '../en/onboarding.js'

/** What the mails about onboarding documents say, in German. */
export const onboarding: typeof english = {
  request: {
    subject: (service) => `„${service}“: Bitte beantworten Sie einige Fragen, damit wir beginnen können`,
    preheader: (order) => `Auftrag ${order} wartet auf Ihre Antworten.`,
    heading: (service) => `Wir brauchen noch etwas von Ihnen für „${service}“`,
    intro: (buyer, service) =>
      `${buyer} hat die Leistung „${service}“ bestellt. Bevor unser Team beginnen kann, brauchen wir die Antworten und Dateien aus einem kurzen Formular. Sie wurden ausgewählt, es auszufüllen.`,
    introOwn: (service) =>
      `Sie haben die Leistung „${service}“ bestellt. Bevor unser Team beginnen kann, brauchen wir die Antworten und Dateien aus einem kurzen Formular.`,
    files: 'Halten Sie bitte diese Dateien bereit',
    how: 'Sie können das Formular zwischenspeichern und später fortsetzen. Geprüft wird erst, was Sie abgeschickt haben.',
    afterwards:
      'Danach prüft unser Admin-Team Ihre Angaben. Ist alles in Ordnung, geht die Arbeit an die richtigen Fachleute; fehlt etwas, schreiben wir Ihnen und sagen genau, was.',
    open: 'Formular öffnen',
  },
  reminder: {
    subject: (service) => `Erinnerung: „${service}“ wartet auf Ihre Antworten`,
    preheader: 'Die Arbeit beginnt, sobald das Formular da ist.',
    heading: 'Das Formular ist noch offen',
    intro: (service, since) =>
      `Am ${since} haben wir Sie um die Antworten und Dateien für „${service}“ gebeten. Ohne sie können wir nicht beginnen.`,
    introChanges: (service, since) =>
      `Am ${since} haben wir Ihnen das Formular für „${service}“ zurückgegeben, weil darin etwas zu ändern ist. Es geht weiter, sobald es wieder bei uns ist.`,
    kept: 'Was Sie gespeichert haben, ist noch da.',
    open: 'Formular fortsetzen',
  },
  approved: {
    subject: (service) => `„${service}“: Ihre Angaben sind freigegeben`,
    preheader: 'Unser Team beginnt mit der Arbeit.',
    heading: 'Alles in Ordnung: Die Arbeit beginnt',
    intro: (service) =>
      `Unser Admin-Team hat die Angaben für „${service}“ geprüft und freigegeben. Die Aufgaben gehen nun an die Fachleute unseres Umsetzungsteams, die das am besten können.`,
    none: 'Sie müssen nichts weiter einsenden. Wenn sich eine Frage ergibt, stellt unser Team sie auf der Seite des Auftrags.',
    noneRecipient:
      'Sie müssen nichts weiter einsenden. Wenn sich eine Frage ergibt, erhalten Sie eine E\u2011Mail.',
    approvedAt: 'Freigegeben am',
  },
  changes: {
    subject: (service) => `„${service}“: Im Onboarding-Formular ist etwas zu ändern`,
    preheader: (count) =>
      count === 1 ? 'Ein Punkt ist zu berichtigen.' : `${count} Punkte sind zu berichtigen.`,
    heading: 'Zuerst ist etwas zu ändern',
    headingReopened: 'Es hat sich eine Frage ergeben',
    intro: (service) =>
      `Vielen Dank für das Formular für „${service}“. Unser Admin-Team hat es geprüft. Bevor die Arbeit beginnen kann, ist Folgendes zu berichtigen:`,
    introReopened: (service) =>
      `Wir dachten, wir hätten alles für „${service}“. Nun braucht unser Admin-Team doch noch etwas, bevor die Arbeit weitergehen kann:`,
    introReopenedCopy: (service, person) =>
      `Wir dachten, wir hätten alles für „${service}“. Nun hat unser Admin-Team ${person} noch um Folgendes gebeten:`,
    introCopy: (service, person) =>
      `Unser Admin-Team hat das Formular für „${service}“ geprüft und an ${person} zurückgegeben, mit der Bitte, Folgendes zu berichtigen:`,
    whole: 'Das Formular insgesamt',
    kept: 'Alle Ihre Antworten sind noch da; jeder Punkt steht an der Stelle, zu der er gehört. Schicken Sie das Formular danach erneut ab, und wir prüfen es wieder.',
    open: 'Jetzt berichtigen',
  },
  submitted: {
    subject: (service, beneficiary) => `Zu prüfen: „${service}“ für ${beneficiary}`,
    preheader: (order) => `Auftrag ${order}: Ein Onboarding-Formular ist eingegangen.`,
    heading: 'Ein Onboarding-Formular ist eingegangen',
    intro:
      'Es wartet auf die Prüfung. Übernehmen Sie es, um zu beginnen; geben Sie es frei, um die Aufgaben in Gang zu setzen, oder geben Sie es zurück und sagen Sie, was zu ändern ist.',
    again: 'Es wurde schon einmal zurückgegeben und ist nun wieder da.',
    submittedAt: 'Eingegangen',
    revision: 'Fassung',
    open: 'Jetzt prüfen',
  },
  freshLink: {
    subject: (service) => `Ihr neuer Link zum Formular für „${service}“`,
    preheader: 'Anstelle des Links, den Sie schon hatten.',
    heading: 'Hier ist ein neuer Link',
    intro: (service) =>
      `Für das Formular zu „${service}“ wurde ein neuer Link angefordert. Er geht nur an diese Adresse.`,
    open: 'Formular öffnen',
  },
  recipientChanged: {
    subject: (service) => `„${service}“: Sie müssen nichts weiter tun`,
    preheader: 'Eine andere Person beantwortet die Fragen.',
    heading: 'Eine andere Person kümmert sich darum',
    intro: (service) =>
      `Unsere Fragen für „${service}“ beantwortet nun eine andere Person; Sie müssen also nichts weiter tun, und Links, die Sie dafür erhalten haben, lassen sich nicht mehr öffnen.`,
  },
  waived: {
    subject: (service) => `„${service}“: Das Formular wird doch nicht gebraucht`,
    preheader: 'Unser Team beginnt ohne das Formular mit der Arbeit.',
    heading: 'Es geht auch ohne das Formular',
    intro: (service) =>
      `Unser Admin-Team verzichtet auf das Formular für „${service}“. Die Aufgaben gehen nun an die Fachleute unseres Umsetzungsteams, die das am besten können.`,
    reason: 'Unser Team nennt dafür diesen Grund:',
    none: 'Sie müssen nichts einsenden, und Links zum Formular lassen sich nicht mehr öffnen. Wenn sich eine Frage ergibt, stellt unser Team sie auf der Seite des Auftrags.',
    noneRecipient:
      'Sie müssen nichts einsenden, und Links zum Formular lassen sich nicht mehr öffnen. Wenn sich eine Frage ergibt, erhalten Sie eine E\u2011Mail.',
    waivedAt: 'Entschieden am',
  },
}
