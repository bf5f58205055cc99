import type { holds as english } from '../en/holds.js'

/** What the mails about orders on hold say, in German. */
export const holds: typeof english = {
  held: {
    subject: (number) => `Auftrag ${number} ruht`,
    preheader: 'Warum, und was das für Ihre Fristen bedeutet.',
    heading: 'Der Auftrag ruht',
    intro: 'Unser Team hat die Arbeit an diesem Auftrag für eine Weile angehalten. Der Grund:',
    clocks:
      'Solange der Auftrag ruht, läuft keine Frist, weder eine von Ihnen noch eine von uns: Was übrig war, ist auch noch übrig, wenn es weitergeht.',
    next: 'Sie erhalten eine E\u2011Mail, sobald die Arbeit weitergeht. Wenn Sie etwas dazu beitragen können oder eine Frage haben, schreiben Sie uns auf der Seite des Auftrags.',
    heldAt: 'Ruht seit',
  },
  resumed: {
    subject: (number) => `Auftrag ${number} geht weiter`,
    preheader: 'Die Arbeit wird fortgesetzt.',
    heading: 'Der Auftrag geht weiter',
    intro: 'Die Pause ist vorbei, und unser Team ist wieder an der Arbeit.',
    clocks:
      'Ihre Fristen enden um die Dauer der Pause später. Die Seite des Auftrags zeigt, was als Nächstes kommt, und bis wann.',
    heldAt: 'Ruhte seit',
    resumedAt: 'Geht weiter seit',
  },
}
