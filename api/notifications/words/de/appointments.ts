import type { appointments as english } from '../en/appointments.js'

/** What the mails about an appointment say, to both sides of it, in German. */
export const appointments: typeof english = {
  facts: {
    when: 'Wann',
    was: 'Bisher',
    wasToBe: 'Wäre gewesen',
    proposed: 'Vorgeschlagen',
    there: (counterpart) => `Ortszeit bei ${counterpart}`,
    place: 'Wo',
    length: 'Dauer',
    minutes: (count) => `${count}\u00A0Minuten`,
    youMeet: 'Sie treffen',
    of: (person, organisation) => `${person}, ${organisation}`,
    about: 'Worum es geht',
  },
  calendar: {
    attached: 'Mit der Datei in dieser E\u2011Mail steht der Termin in Ihrem Kalender.',
    moved: 'Mit der Datei in dieser E\u2011Mail rückt der Termin auch in Ihrem Kalender.',
    givenUp: 'Mit der Datei in dieser E\u2011Mail verschwindet die bisherige Zeit aus Ihrem Kalender.',
    removed: 'Mit der Datei in dieser E\u2011Mail verschwindet der Termin aus Ihrem Kalender.',
  },
  request: {
    subject: (asks, service) => `${asks} bittet Sie um einen Termin: ${service}`,
    preheader: 'Wählen Sie eine Zeit, die Ihnen passt, oder nennen Sie uns eine andere.',
    heading: (asks) => `${asks} möchte Sie treffen`,
    intro: (asks, service, minutes) =>
      `${asks} hat uns gebeten, einen Termin mit Ihnen zu vereinbaren: ${service}. Er dauert etwa ${minutes}\u00A0Minuten.`,
    choices: 'Was Sie tun können',
    choose: {
      about: 'Eine Zeit passt Ihnen?',
      text: 'Wählen Sie eine von denen, die frei sind. Damit ist sie vereinbart.',
    },
    other: {
      about: 'Keine davon passt?',
      text: 'Lehnen Sie ab und nennen Sie uns andere, die Ihnen passen. Wir melden uns wieder.',
    },
    decline: {
      about: 'Sie möchten lieber nicht?',
      text: 'Lehnen Sie ab und schreiben Sie kurz, warum. Wir geben es weiter.',
    },
    said: 'Noch ein Wort von unserem Team:',
    texts: 'Auf derselben Seite können Sie festlegen, dass wir Ihnen keine SMS schicken.',
    open: 'Zeit wählen oder ablehnen',
    newTime: {
      subject: (asks, service) => `${asks} schlägt eine andere Zeit vor: ${service}`,
      preheader: 'Bitte stimmen Sie zu oder wählen Sie eine andere.',
      heading: 'Eine andere Zeit ist vorgeschlagen',
      intro: (asks, service) =>
        `${asks} möchte den Termin mit Ihnen verlegen: ${service}. Die neue Zeit gilt, sobald Sie zustimmen.`,
      agree: {
        about: 'Die neue Zeit passt Ihnen?',
        text: 'Stimmen Sie zu. Dann gilt sie.',
      },
      other: {
        about: 'Sie passt nicht?',
        text: 'Wählen Sie eine andere, die frei ist, oder lehnen Sie ab und nennen Sie uns eine, die Ihnen passt.',
      },
      open: 'Zustimmen oder andere Zeit wählen',
    },
    freshLink: {
      subject: (service) => `Ihr neuer Link: ${service}`,
      preheader: 'Er lässt sich einmal öffnen.',
      heading: 'Hier ist Ihr neuer Link',
      intro: (service, asks) =>
        `Sie haben einen neuen Link zu Ihrem Termin angefordert: ${service} mit ${asks}.`,
      open: 'Termin öffnen',
    },
  },
  confirmed: {
    subject: (service, day) => `Bestätigt: ${service} am ${day}`,
    preheader: (when) => `${when}.`,
    heading: 'Ihr Termin ist bestätigt',
    buyer: (counterpart, service) =>
      `${counterpart} hat einer Zeit zugestimmt: ${service}. Damit ist Ihr Auftrag bestätigt: Der Termin steht und findet statt.`,
    attendee: (counterpart, service) =>
      `Die Zeit ist vereinbart: Sie treffen ${counterpart}, es geht um ${service}.`,
    counterpart: (attendee, asks) => `Vielen Dank. Sie treffen ${attendee} von ${asks}.`,
    change:
      'Müssen Sie den Termin verlegen, schlagen Sie auf der Seite des Auftrags eine andere Zeit vor. Kann er gar nicht stattfinden, schreiben Sie uns dort.',
    attendeeChange: (placedBy) =>
      `Wenn Sie nicht kommen können, sagen Sie bitte ${placedBy} Bescheid: Von dort kam die Bitte um diesen Termin.`,
    attendeeChangeSilent:
      'Wenn Sie nicht kommen können, sagen Sie bitte dort Bescheid, wo man uns um diesen Termin gebeten hat.',
    counterpartChange:
      'Passt Ihnen eine andere Zeit besser? Dann können Sie den Termin auf eine verlegen, die frei ist. Auf der Seite steht auch, was Sie tun, wenn Sie gar nicht kommen können.',
    manage: 'Termin öffnen',
  },
  changed: {
    subject: (service, day) => `Neue Zeit: ${service} am ${day}`,
    preheader: (when) => `Jetzt ${when}.`,
    heading: 'Der Termin hat eine neue Zeit',
    intro: (service) => `Die Zeit hat sich geändert: ${service}.`,
    byCounterpart: (counterpart, service) =>
      `${counterpart} hat den Termin auf eine andere freie Zeit verlegt: ${service}.`,
    proposedSubject: (number, counterpart) =>
      `Auftrag ${number}: Wir bitten ${counterpart} um eine neue Zeit`,
    proposedPreheader: 'Sie gilt, sobald zugestimmt wurde.',
    proposedHeading: 'Eine neue Zeit ist vorgeschlagen',
    proposed: (counterpart, service) =>
      `Wir bitten ${counterpart}, einer anderen Zeit zuzustimmen: ${service}. Bis dahin steht keine Zeit fest, die bisherige ist aufgegeben.`,
    proposedNext: 'Sobald eine Zeit vereinbart ist, erhalten Sie sie per E\u2011Mail.',
  },
  cancelled: {
    subject: (service) => `Abgesagt: ${service}`,
    preheader: 'Der Termin findet nicht statt.',
    heading: 'Der Termin ist abgesagt',
    intro: (service) => `Der Termin findet nicht statt: ${service}.`,
    byYou: (service) => `Der Termin wurde auf Ihrer Seite abgesagt: ${service}.`,
    byUs: (service) => `Wir mussten den Termin absagen: ${service}. Das ist der Grund:`,
    byUsSilent: (service) => `Wir mussten den Termin absagen: ${service}.`,
    counterpart: (asks, service) =>
      `${asks} bittet Sie nicht mehr um einen Termin: ${service}. Sie müssen nichts tun.`,
    counterpartConfirmed: (asks, service) =>
      `Ihr Termin mit ${asks} findet nicht statt: ${service}. Sie müssen nichts tun.`,
    links: 'Die Links in unseren früheren E\u2011Mails lassen sich nicht mehr öffnen.',
    refund: 'Was Sie zurückbekommen, steht in einer eigenen E\u2011Mail.',
    again: 'Noch einmal beauftragen',
  },
  reminder: {
    subject: (service, day) => `Erinnerung: ${service} am ${day}`,
    soonSubject: (service, time) => `Gleich: ${service} um ${time}`,
    preheader: (when) => `${when}.`,
    heading: 'Ihr Termin rückt näher',
    soonHeading: 'Ihr Termin beginnt bald',
    intro: (person, service) => `Sie treffen ${person}, es geht um ${service}.`,
    buyer: (attendee, counterpart, service) => `${attendee} trifft ${counterpart}, es geht um ${service}.`,
  },
  missed: {
    subject: (number, counterpart) => `Auftrag ${number}: Der Termin mit ${counterpart} fand nicht statt`,
    preheader: (until) => `Bis ${until} können wir es noch einmal versuchen.`,
    heading: 'Der Termin hat nicht stattgefunden',
    intro: (counterpart, service) =>
      `Wir haben festgehalten, dass der Termin mit ${counterpart} nicht stattgefunden hat, weil jemand nicht gekommen ist: ${service}.`,
    next: (until) =>
      `Stimmt das nicht, oder sollen wir um eine andere Zeit bitten? Dann schreiben Sie uns das bis ${until} im Verlauf des Auftrags. Danach ist der Auftrag abgeschlossen.`,
  },
}
