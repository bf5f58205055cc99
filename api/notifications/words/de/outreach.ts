import type { outreach as english } from '../en/outreach.js'

/** What the mails say while we try to reach the other side of an appointment, in German. */
export const outreach: typeof english = {
  facts: {
    service: 'Termin',
    counterpart: 'Mit',
    attendee: 'Es kommt',
    business: 'Für',
    length: 'Dauer',
    minutes: (count) => `${count}\u00A0Minuten`,
    triesUntil: 'Wir versuchen es bis',
    attempts: 'Bisher versucht',
    ofAttempts: (made, allowed) => `${made} von höchstens ${allowed}\u00A0Malen`,
  },
  kinds: { CALL: 'Anruf', TEXT: 'SMS', MAIL: 'E\u2011Mail' },
  outcomes: {
    NO_ANSWER: 'niemand hat abgenommen',
    BUSY: 'die Leitung war besetzt',
    VOICEMAIL: 'wir haben eine Nachricht hinterlassen',
    WRONG_NUMBER: 'die Nummer gehört jemand anderem',
    CALL_BACK: 'wir rufen noch einmal an',
    TALKED: 'wir haben gesprochen, noch steht keine Zeit fest',
  },
  deliveries: {
    QUEUED: 'wird gerade verschickt',
    WAITING_FOR_MORNING: 'geht hinaus, sobald es dort Morgen ist',
    SENT: 'verschickt',
    FAILED: 'kam nicht an',
    REFUSED_OPTED_OUT: 'nicht verschickt, da keine SMS gewünscht sind',
    DELIVERED: 'ist angekommen',
  },
  attempt: (kind, outcome) => `${kind}: ${outcome}`,
  reach: {
    heading: 'Sie müssen nicht auf eine E\u2011Mail warten',
    text: (hours) =>
      `Im Verlauf des Auftrags können Sie uns jederzeit eine Nachricht hinterlassen, den aktuellen Stand erfragen oder eine Frage zur Uhrzeit oder zur Bestätigung stellen. Jemand aus unserem Team antwortet meist gleich dort, ${soon(hours)}; anrufen müssen Sie nicht.`,
    near: (hours) =>
      `Der Termin steht kurz bevor oder etwas ist unklar? Schreiben Sie in den Verlauf des Auftrags: Jemand aus unserem Team antwortet meist gleich dort, ${soon(hours)}.`,
    open: 'Auftrag und Verlauf öffnen',
  },
  started: {
    subject: (number, counterpart) => `Auftrag ${number}: Wir nehmen Kontakt zu ${counterpart} auf`,
    preheader: 'Ab jetzt hören Sie per E\u2011Mail von uns.',
    heading: 'Wir haben angefangen',
    headings: {
      BEGUN: 'Wir haben angefangen',
      OTHER_PERSON: 'Wir fangen neu an',
      AGAIN: 'Wir versuchen es noch einmal',
    },
    intro: (counterpart, service) =>
      `Unser Team versucht jetzt, ${counterpart} zu erreichen und eine Zeit zu vereinbaren: ${service}.`,
    other: (counterpart, service) =>
      `Unser Team nimmt jetzt Kontakt zu ${counterpart} auf: ${service}. Was bisher versucht wurde, zählt nicht mehr: Wir beginnen wieder mit dem ersten Versuch.`,
    again: (counterpart, service) =>
      `Der Termin hat nicht stattgefunden: ${service}. Deshalb bittet unser Team ${counterpart} um eine andere Zeit und beginnt wieder mit dem ersten Versuch.`,
    next: 'Was Sie von uns hören, per E\u2011Mail',
    course: {
      about: 'Solange wir es versuchen',
      text: 'Wie es vorangeht, höchstens einmal am Tag.',
    },
    confirmed: {
      about: 'Sobald der Termin bestätigt ist',
      text: 'Tag, Uhrzeit und Ort, mit einer Datei für Ihren Kalender. Damit ist auch Ihr Auftrag bestätigt.',
    },
    pending: {
      about: 'Wenn wir keine Bestätigung bekommen',
      text: 'Dass noch alles offen ist und was wir unternommen haben, zum Beispiel, dass eine SMS verschickt wurde.',
    },
  },
  progress: {
    subject: (number, counterpart) => `Auftrag ${number}: Wir versuchen weiter, ${counterpart} zu erreichen`,
    preheader: 'Was wir bisher unternommen haben.',
    heading: 'So geht es voran',
    intro: (counterpart, service) =>
      `Wir versuchen weiter, mit ${counterpart} eine Zeit zu vereinbaren: ${service}. Bestätigt ist der Termin noch nicht.`,
    done: 'Was wir bisher unternommen haben',
    next: 'Sie müssen nichts tun. Sobald der Termin bestätigt ist oder wir nicht weiterkommen, erhalten Sie eine E\u2011Mail.',
  },
  unconfirmed: {
    subject: (number, counterpart) => `Auftrag ${number}: noch keine Bestätigung von ${counterpart}`,
    preheader: 'Wie es steht und was wir jetzt tun.',
    heading: 'Noch nicht bestätigt',
    intro: (counterpart, service) =>
      `Wir haben von ${counterpart} noch keine Bestätigung bekommen: ${service}. Der Termin ist weiterhin offen.`,
    textSent: (counterpart) => `Wir haben ${counterpart} eine SMS geschickt und darin um Antwort gebeten.`,
    noText: (counterpart) =>
      `Wir versuchen weiter, ${counterpart} auf anderen Wegen zu erreichen. Eine SMS wurde diesmal nicht verschickt.`,
    declined: (counterpart, service) =>
      `${counterpart} hat uns mitgeteilt, dass es so nicht geht: ${service}. Der Termin ist nicht bestätigt. Das ist der Grund:`,
    declinedSilent: (counterpart, service) =>
      `${counterpart} hat uns mitgeteilt, dass es so nicht geht: ${service}. Der Termin ist nicht bestätigt.`,
    otherTimes: 'Stattdessen wurden diese Zeiten vorgeschlagen:',
    tellUs:
      'Passt Ihnen eine davon, oder möchten Sie etwas anderes? Dann schreiben Sie uns im Verlauf des Auftrags.',
    until: (moment) =>
      `Wir bleiben bis ${moment} dran. Sie erhalten eine E\u2011Mail, sobald der Termin bestätigt ist, und auch, wenn es bis dahin nicht gelingt.`,
    untilOpen:
      'Wir bleiben dran. Sie erhalten eine E\u2011Mail, sobald der Termin bestätigt ist, und auch, wenn es nicht gelingt.',
  },
  unreachable: {
    preheader: 'Drei Wege, wie es weitergehen kann.',
    whys: {
      NOT_REACHED: {
        subject: (number, counterpart) =>
          `Auftrag ${number}: ${counterpart} ist nicht zu erreichen. Wie weiter?`,
        heading: 'Wir konnten die andere Seite nicht erreichen',
        intro: (counterpart, service, made) =>
          made === 1
            ? `Wir haben versucht, ${counterpart} zu erreichen, und keine Bestätigung bekommen: ${service}. Von uns aus machen wir nicht weiter.`
            : `Wir haben ${made}\u00A0Mal versucht, ${counterpart} zu erreichen, und keine Bestätigung bekommen: ${service}. Von uns aus machen wir nicht weiter.`,
      },
      NOT_AGREED: {
        subject: (number, counterpart) =>
          `Auftrag ${number}: keine Zeit mit ${counterpart} vereinbart. Wie weiter?`,
        heading: 'Es ließ sich keine Zeit vereinbaren',
        intro: (counterpart, service) =>
          `Wir hatten Kontakt mit ${counterpart}, konnten aber keine Zeit vereinbaren: ${service}. Von uns aus machen wir nicht weiter.`,
      },
      NEW_TIME: {
        subject: (number, counterpart) =>
          `Auftrag ${number}: keine Antwort von ${counterpart} zur neuen Zeit. Wie weiter?`,
        heading: 'Keine Antwort zur neuen Zeit',
        intro: (counterpart, service) =>
          `${counterpart} hat zur neuen Zeit nicht geantwortet, sie ist also nicht vereinbart: ${service}. Die bisherige Zeit gilt nicht mehr. Von uns aus machen wir nicht weiter.`,
      },
      SILENT: {
        subject: (number, counterpart) => `Auftrag ${number}: keine Antwort von ${counterpart}. Wie weiter?`,
        heading: 'Wir haben keine Antwort bekommen',
        intro: (counterpart, service) =>
          `Wir haben von ${counterpart} in der Zeit dafür keine Bestätigung bekommen: ${service}. Von uns aus machen wir nicht weiter.`,
      },
    },
    tried: 'Was wir versucht haben',
    choices: 'Was Sie jetzt tun können',
    other: {
      about: 'Jemand anderen oder eine andere Nummer versuchen',
      text: 'Nennen Sie uns auf der Seite des Auftrags eine andere Person, Adresse oder Telefonnummer. Wir fangen sofort neu an.',
    },
    cancel: {
      about: 'Den Termin absagen',
      text: 'Dann bekommen Sie Ihr ganzes Geld zurück.',
    },
    ask: (hours) => ({
      about: 'Erst mit uns sprechen',
      text: `Schreiben Sie in den Verlauf des Auftrags. Jemand aus unserem Team antwortet meist ${soon(hours)}.`,
    }),
    open: 'Entscheiden, wie es weitergeht',
  },
  overdue: {
    subject: (number) => `Auftrag ${number}: Niemand hat mit der Kontaktaufnahme begonnen`,
    preheader: (until) => `Begonnen werden sollte bis ${until}.`,
    heading: 'Die Kontaktaufnahme ist überfällig',
    intro: (buyer) =>
      `${buyer} hat unsere Zusage, dass wir sofort anfangen. Seit der Zahlung ist eine Arbeitsstunde vergangen, und niemand hat angefangen.`,
    todo: 'Bitte übernehmen Sie die Aufgabe und nehmen Sie jetzt Kontakt zur anderen Seite auf.',
    paidAt: 'Bezahlt am',
    due: 'Fällig bis',
    phone: 'Telefon',
    mail: 'E\u2011Mail',
    thereNow: 'Dort ist es jetzt',
    open: 'Termin öffnen',
  },
}

/** How soon somebody answers. */
function soon(hours: string | null): string {
  return hours === null
    ? 'innerhalb von 10 bis 20\u00A0Minuten'
    : `innerhalb von 10 bis 20\u00A0Minuten zu unseren Antwortzeiten, ${hours}`
}
