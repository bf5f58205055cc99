import type { reports as words } from '../en/reports.js'

/** What the regular report says around what it tells, in German. */
export const reports: typeof words = {
  report: {
    subject: (report, number, from, to) => `Auftrag ${number}: Bericht ${report}, ${from} bis ${to}`,
    preheader: (done) =>
      done === 0
        ? 'Wo Ihr Auftrag steht und was als Nächstes kommt.'
        : done === 1
          ? 'Eines wurde erledigt. Was das war und was als Nächstes kommt.'
          : `${done} Dinge wurden erledigt. Welche das waren und was als Nächstes kommt.`,
    heading: (report) => `Bericht ${report}`,
    intro: (beneficiary) => `So steht es um die Arbeit für ${beneficiary}.`,
    period: 'Zeitraum',
    span: (from, to) => `${from} bis ${to}`,
    done: 'Was erledigt wurde',
    nothingDone: 'In dieser Zeit wurde nichts abgeschlossen.',
    next: 'Was als Nächstes kommt',
    nothingNext: 'Es ist nichts geplant, bis da ist, worauf wir warten.',
    by: (text, day) => `${text} · bis ${day}`,
    on: (text, day) => `${text} · ${day}`,
    questions: 'Was auf Antwort wartet',
    figures: 'Zahlen',
    steps: 'Wie es mit den Schritten voranging',
    figure: 'Zahl',
    before: 'Vorher',
    now: 'Jetzt',
    until: 'Bis',
    open: 'Bericht öffnen',
    keep: 'Der Bericht bleibt auf seiner Seite, mit allen früheren.',
    why: 'Sie erhalten diese E-Mail, weil Sie diesen Auftrag erteilt haben und wir regelmäßig darüber berichten.',
  },
}
