import type { deliveries as english } from '../en/deliveries.js'

/** What the mails about delivered, revised and paused work say, in German. */
export const deliveries: typeof english = {
  delivered: {
    subject: (number) => `Auftrag ${number}: Die Arbeit ist fertig, bitte sehen Sie sich das Ergebnis an`,
    subjectAgain: (number) =>
      `Auftrag ${number}: Die Überarbeitung ist fertig, bitte sehen Sie sich das Ergebnis an`,
    preheader: (until) => `Bestätigen Sie es, oder sagen Sie bis ${until}, was anders werden soll.`,
    heading: 'Das Ergebnis ist da',
    headingAgain: 'Das überarbeitete Ergebnis ist da',
    intro: 'Unser Team hat fertiggestellt, was Sie bestellt haben. Es schreibt dazu:',
    introAgain: 'Unser Team hat geändert, worum Sie gebeten haben. Es schreibt dazu:',
    files: 'Dateien, die dazugehören',
    filesOnPage: 'Sie liegen auf der Seite des Auftrags.',
    deliveredAt: 'Übergeben am',
    answerBy: 'Ihre Antwort bis',
    next: 'Was Sie jetzt tun können',
    confirm: {
      about: 'Alles, wie Sie es wollten?',
      text: 'Bestätigen Sie die Übergabe auf der Seite des Auftrags. Damit ist der Auftrag abgeschlossen.',
    },
    revise: (left, until) => ({
      about: 'Soll etwas anders werden?',
      text: `Bitten Sie bis ${until} um eine Überarbeitung und sagen Sie, was anders werden soll. ${left === 1 ? 'Eine Überarbeitung ist' : `${left}\u00A0Überarbeitungen sind`} in diesem Auftrag noch enthalten.`,
    }),
    noneLeft: {
      about: 'Stimmt noch etwas nicht?',
      text: 'Die Überarbeitungen dieses Auftrags sind aufgebraucht. Schreiben Sie uns auf der Seite des Auftrags, wir finden einen Weg.',
    },
    byItself: (until) =>
      `Wenn wir bis ${until} nichts von Ihnen hören, gilt die Übergabe als bestätigt, und der Auftrag wird automatisch abgeschlossen.`,
    open: 'Ergebnis ansehen',
  },
  revision: {
    subject: (number) => `Auftrag ${number}: Ihre Überarbeitung ist bei unserem Team`,
    preheader: 'Es kümmern sich dieselben Menschen, die die Arbeit getan haben.',
    heading: 'Wir überarbeiten das für Sie',
    intro: 'Die Menschen, die die Arbeit getan haben, kümmern sich jetzt um das, was Sie geschrieben haben:',
    next: 'Sie erhalten eine E\u2011Mail, sobald die Arbeit erneut übergeben ist.',
    left: (count) =>
      count === 0
        ? 'Das war die letzte Überarbeitung, die in diesem Auftrag enthalten ist.'
        : count === 1
          ? 'Eine weitere Überarbeitung ist in diesem Auftrag enthalten.'
          : `${count}\u00A0weitere Überarbeitungen sind in diesem Auftrag enthalten.`,
    subjectTeam: (number) => `Auftrag ${number}: Eine Überarbeitung ist gewünscht`,
    headingTeam: 'Eine Überarbeitung ist gewünscht',
    introTeam: (buyer) =>
      `${buyer} hat sich das Ergebnis angesehen und bittet Sie, etwas zu ändern. Dafür gibt es eine Aufgabe:`,
    revision: 'Überarbeitung',
    introAdmin: (buyer) =>
      `${buyer} hat sich das Ergebnis angesehen und bittet um eine Änderung. Die Aufgabe dafür hat noch niemand; bitte übertragen Sie sie:`,
    openTasks: 'Auftrag mit Aufgaben öffnen',
  },
  completed: {
    subject: (number) => `Auftrag ${number} ist abgeschlossen`,
    preheader: 'Die Übergabe gilt als bestätigt.',
    heading: 'Ihr Auftrag ist abgeschlossen',
    intro: (until) =>
      `Bis ${until} haben wir zur Übergabe nichts von Ihnen gehört. Sie gilt deshalb als bestätigt, wie wir es Ihnen geschrieben hatten.`,
    stays:
      'Was übergeben wurde, bleibt auf der Seite des Auftrags. Wenn Sie dazu eine Frage haben, stellen Sie sie dort.',
    completedAt: 'Abgeschlossen am',
  },
}
