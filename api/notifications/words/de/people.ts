import type { people as english } from '../en/people.js'

/** What the mails say that let people in, and what they write to each other, in German. */
export const people: typeof english = {
  dashboard: {
    subject: (buyer) => `${buyer} lädt Sie ein, die Arbeit für Sie zu verfolgen`,
    preheader: 'Jederzeit sehen, wie es steht.',
    heading: 'Ihr Dashboard ist bereit',
    intro: (buyer, organisation) =>
      `${buyer} hat Leistungen für ${organisation} bestellt und möchte, dass Sie die Arbeit verfolgen können. Auf Ihrem Dashboard sehen Sie:`,
    stage: 'wie weit die Arbeit ist und was als Nächstes kommt',
    documents: 'Ihre eigenen Unterlagen und worum Sie gebeten wurden',
    messages: 'die Nachrichten, die für Sie bestimmt sind und auf die Sie antworten können',
    accept: 'Einladung annehmen und Passwort wählen',
  },
  communication: {
    subject: (order) => `Auftrag ${order}: So sprechen Sie mit unserem Team`,
    preheader: 'Eine Seite, echte Menschen, jederzeit.',
    heading: 'So erreichen Sie uns ab jetzt',
    intro: (order) =>
      `Unser Team begleitet Auftrag ${order} von Anfang bis Ende. Ab jetzt sprechen Sie so mit uns:`,
    write: {
      about: 'Schreiben Sie auf der Seite des Auftrags',
      text: 'Alles zu diesem Auftrag steht an einem Ort, damit alle, die daran arbeiten, Bescheid wissen. Ihre Nachricht geht an die Menschen, die die Arbeit tun.',
    },
    answer: {
      about: 'Wir antworten dort',
      text: 'Wenn Ihnen jemand schreibt, erhalten Sie eine E\u2011Mail mit einem Link direkt zum Gespräch.',
    },
    follow: {
      about: 'Verfolgen Sie die Arbeit',
      text: 'Dieselbe Seite zeigt jederzeit, wie es steht, was als Nächstes kommt und wer am Zug ist. Sie hören regelmäßig von uns.',
    },
    concern: {
      about: 'Etwas stimmt nicht?',
      text: 'Sagen Sie es uns sofort, was immer es ist. Eine Frage oder ein Anliegen muss nie bis zum nächsten Bericht warten.',
    },
    open: 'Zum Gespräch',
  },
  member: {
    subject: (inviter) => `${inviter} lädt Sie zu Waybill ein`,
    preheader: (organisation) => `Werden Sie Mitglied bei ${organisation}.`,
    heading: (organisation) => `Werden Sie bei Waybill Mitglied von ${organisation}`,
    intro: (inviter, organisation) =>
      `${inviter} möchte Sie bei Waybill als Mitglied von ${organisation} aufnehmen.`,
    owner:
      'Sie erhalten alle Rechte: Sie sehen Aufträge und Geld und entscheiden, wer sonst noch Mitglied ist.',
    member: 'Sie werden Mitglied: Sie sehen die Aufträge und können daran mitarbeiten.',
    accept: 'Annehmen und Passwort wählen',
  },
  staff: {
    subject: 'Ihr Platz im Team von Waybill',
    preheader: 'Wählen Sie ein Passwort und melden Sie sich an.',
    heading: 'Willkommen im Team',
    intro: (inviter) => `${inviter} hat im Back-Office von Waybill einen Platz für Sie eingerichtet.`,
    roles: 'Ihre Rollen',
    roleNames: {
      ADMIN: 'Administration',
      FULFILMENT: 'Umsetzung',
      SUPPORT: 'Betreuung',
      FINANCE: 'Finanzen',
    },
    skills: 'Ihre Fachgebiete',
    accept: 'Annehmen und Passwort wählen',
  },
  signIn: {
    subject: 'Ihr Link zum Anmelden',
    preheader: 'Er gilt wenige Minuten, einmal.',
    heading: 'Bei Waybill anmelden',
    intro: 'Hier ist der Link, der angefordert wurde. Er lässt sich einmal öffnen und gilt wenige Minuten.',
    open: 'Anmelden',
  },
  secondFactor: {
    subject: 'Ihr zweiter Faktor wurde entfernt',
    preheader: 'Richten Sie bei der nächsten Anmeldung einen neuen ein.',
    heading: 'Ihr zweiter Faktor wurde entfernt',
    byAdmin: (admin) =>
      `${admin} hat den zweiten Faktor Ihrer Anmeldung bei Waybill entfernt, wie es geschieht, wenn er verloren gegangen ist.`,
    byYou: 'Der zweite Faktor Ihrer Anmeldung bei Waybill wurde aus Ihrem eigenen Konto heraus entfernt.',
    next: 'Wenn Ihre Rolle einen verlangt, werden Sie bei der nächsten Anmeldung gebeten, einen neuen einzurichten.',
    notYou:
      'Wenn Sie davon nichts wissen, sagen Sie sofort der Administration des Teams Bescheid, telefonisch oder persönlich.',
    notYouOutside:
      'Wenn Sie davon nichts wissen, wählen Sie sofort ein anderes Passwort und schreiben Sie uns auf der Seite eines Ihrer Aufträge.',
    removedAt: 'Entfernt am',
    open: 'Anmelden',
  },
  message: {
    subjects: {
      MESSAGE: (author, order) => `${author} hat zu Auftrag ${order} geschrieben`,
      QUESTION: (author, order) => `${author} hat eine Frage zu Auftrag ${order}`,
      STATUS_REQUEST: (author, order) => `${author} fragt, wie es um Auftrag ${order} steht`,
    },
    subjectMention: (author, order) => `${author} spricht Sie bei Auftrag ${order} an`,
    subjectMany: (count, order) => `${count} neue Nachrichten zu Auftrag ${order}`,
    headingMany: (count) => `${count} neue Nachrichten`,
    mention: (author) => `${author} spricht Sie an`,
    toYou: (author) => `${author} hat Ihnen geschrieben`,
    kinds: {
      MESSAGE: (author) => `${author} hat geschrieben`,
      QUESTION: (author) => `${author} fragt`,
      STATUS_REQUEST: (author) => `${author} fragt nach dem Stand`,
    },
    card: 'Der Stand des Auftrags wurde gleich angezeigt.',
    cardTeam:
      'Der Stand des Auftrags wurde gleich angezeigt. Das ist noch keine Antwort: Bitte schreiben Sie eine.',
    attached: 'Angehängt',
    earlier: (count) =>
      count === 1
        ? 'Eine frühere Nachricht steht auf der Seite.'
        : `${count} frühere Nachrichten stehen auf der Seite.`,
    note: 'Eine interne Notiz: Nur das Team kann sie lesen.',
    cut: 'Die Nachricht ist länger; auf der Seite steht sie ganz.',
    open: 'Lesen und antworten',
    noReply: 'Bitte antworten Sie auf der Seite: E\u2011Mails an diese Adresse werden nicht gelesen.',
  },
}
