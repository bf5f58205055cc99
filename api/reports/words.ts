const en = {
  begun: 'The work on the order began.',
  submitted: (service: string) => `The onboarding form for ${service} came in.`,
  approved: (service: string) => `The onboarding form for ${service} was checked and approved.`,
  waived: (service: string) => `${service} went on without an onboarding form.`,
  sentBack: (service: string) =>
    `The onboarding form for ${service} was checked and went back with questions.`,
  activated: (service: string) => `${service} is set up and active.`,
  delivered: 'The finished work was delivered.',
  revised: 'The changes that were asked for were made.',
  step: (title: string, service: string | null) => (service ? `${title} (${service})` : title),
  checking: (service: string) => `We check the onboarding form for ${service}.`,
  revising: 'We make the changes that were asked for.',
  delivering: 'All steps are done: we put together the delivery.',
  more: (count: number) => `And ${count} more.`,
  formMissing: (service: string) =>
    `The onboarding form for ${service} has not come in yet. The work on it begins once it is here.`,
  formSentBack: (service: string) =>
    `The onboarding form for ${service} waits for its recipient: our questions are marked in it.`,
  answerMissing: (step: string) => `“${step}” waits for an answer. The question stands on the order’s page.`,
  chart: {
    steps: 'Steps of the work',
    done: 'done',
    open: 'still open',
  },
}

/** What a report says by itself, in one language. */
export type ReportWords = typeof en

const de: ReportWords = {
  begun: 'Die Arbeit am Auftrag hat begonnen.',
  submitted: (service) => `Das Formular für ${service} ist eingegangen.`,
  approved: (service) => `Das Formular für ${service} wurde geprüft und freigegeben.`,
  waived: (service) => `${service} ging ohne Formular weiter.`,
  sentBack: (service) => `Das Formular für ${service} wurde geprüft und ging mit Rückfragen zurück.`,
  activated: (service) => `${service} ist eingerichtet und aktiv.`,
  delivered: 'Die fertige Arbeit wurde übergeben.',
  revised: 'Die gewünschten Änderungen wurden gemacht.',
  step: (title, service) => (service ? `${title} (${service})` : title),
  checking: (service) => `Wir prüfen das Formular für ${service}.`,
  revising: 'Wir machen die gewünschten Änderungen.',
  delivering: 'Alle Schritte sind getan: Wir stellen die Übergabe zusammen.',
  more: (count) => `Und ${count} weitere.`,
  formMissing: (service) =>
    `Das Formular für ${service} ist noch nicht eingegangen. Die Arbeit daran beginnt, sobald es da ist.`,
  formSentBack: (service) =>
    `Das Formular für ${service} wartet auf seine Empfängerin oder seinen Empfänger: Unsere Rückfragen stehen darin.`,
  answerMissing: (step) => `„${step}“ wartet auf eine Antwort. Die Frage steht auf der Seite des Auftrags.`,
  chart: {
    steps: 'Schritte der Arbeit',
    done: 'getan',
    open: 'noch offen',
  },
}

const tables: Readonly<Record<string, ReportWords>> = { en, de }

/** The language in which a report for a reader of this locale is written: theirs where there is one, otherwise English. */
export function reportLanguage(locale: string | null): string {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? 'en'
  return Object.hasOwn(tables, language) ? language : 'en'
}

/** What a report says by itself in a language of {@link reportLanguage}. */
export function reportWords(language: string): ReportWords {
  return tables[language] ?? en
}
