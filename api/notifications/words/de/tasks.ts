import type { tasks as english } from '../en/tasks.js'

/** What the mails about tasks say, in German. */
export const tasks: typeof english = {
  delegated: {
    subject: (title, order) => `Jetzt bei Ihnen: ${title} (Auftrag ${order})`,
    preheader: (due) => `Fällig ${due}.`,
    heading: (title) => title,
    intro: (by) => `${by} hat Ihnen diese Aufgabe übertragen.`,
    byRule:
      'Diese Aufgabe ist zu Ihnen gekommen, weil Sie das Fachgebiet beherrschen und die wenigsten offenen Aufgaben haben.',
    waits: 'Sie kann beginnen, sobald die Aufgaben davor erledigt sind.',
    open: 'Aufgabe öffnen',
  },
  overdue: {
    subject: (title, order) => `Überfällig: ${title} (Auftrag ${order})`,
    preheader: (due) => `Fällig war sie ${due}.`,
    heading: 'Eine Aufgabe ist überfällig',
    assignee:
      'Die Frist dieser Aufgabe ist abgelaufen. Bitte schließen Sie sie ab, oder schreiben Sie an der Aufgabe, was Sie aufhält, damit wir helfen können.',
    admin: (person) =>
      `Diese Aufgabe liegt bei ${person}, und ihre Frist ist abgelaufen. Bitte sprechen Sie miteinander, oder übertragen Sie die Aufgabe neu.`,
    nobody: 'Diese Aufgabe hat noch niemand, und ihre Frist ist abgelaufen. Bitte übertragen Sie sie.',
    open: 'Aufgabe öffnen',
  },
  dueSoon: {
    subject: (title, order) => `Bald fällig: ${title} (Auftrag ${order})`,
    preheader: (due) => `Fällig ${due}.`,
    heading: 'Eine Aufgabe ist bald fällig',
    intro:
      'Diese Aufgabe von Ihnen ist bald fällig. Wenn Sie etwas aufhält, schreiben Sie es bitte an der Aufgabe.',
    open: 'Aufgabe öffnen',
  },
  facts: { task: 'Aufgabe', due: 'Fällig', assignee: 'Liegt bei', nobody: 'noch niemandem' },
}
