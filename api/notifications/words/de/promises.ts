import type { promises as english } from '../en/promises.js'

/** What the mails about promises of ours say, to the team, in German. */
export const promises: typeof english = {
  atRisk: {
    subject: (number) => `Gefährdet: die Einladung zum Gespräch mit uns, Auftrag ${number}`,
    preheader: (until) => `Sie muss bis ${until} verschickt sein.`,
    heading: 'Ein Versprechen ist in Gefahr',
    intro:
      'Wer bei uns kauft, erfährt innerhalb von 24\u00A0Stunden nach der Zahlung, wie man mit uns spricht. Bisher hat kein Mailserver diese E\u2011Mail angenommen.',
    todo: 'Bitte sehen Sie sich die E\u2011Mail an und senden Sie sie erneut, oder berichtigen Sie die Adresse. Gehalten ist das Versprechen, sobald ein Mailserver sie annimmt.',
    answerSubject: (number) => `Gefährdet: eine Antwort zu Auftrag ${number}`,
    answerPreheader: (until) => `Sie muss bis ${until} da sein.`,
    answerIntro:
      'Im Verlauf wartet jemand auf uns. Dort antworten wir innerhalb von 10 bis 20\u00A0Minuten, und die Hälfte davon ist um.',
    answerTodo:
      'Bitte antworten Sie jetzt im Verlauf. Die Karte mit dem aktuellen Stand ist keine Antwort, eine Notiz für das Team auch nicht.',
  },
  broken: {
    subject: (number) => `Gebrochen: die Einladung zum Gespräch mit uns, Auftrag ${number}`,
    preheader: (until) => `Sie hätte bis ${until} verschickt sein müssen.`,
    heading: 'Ein Versprechen ist gebrochen',
    intro:
      'Wer bei uns kauft, erfährt innerhalb von 24\u00A0Stunden nach der Zahlung, wie man mit uns spricht. Diese Zeit ist um, und kein Mailserver hat diese E\u2011Mail angenommen.',
    todo: 'Bitte melden Sie sich jetzt auf der Seite des Auftrags, und sorgen Sie dafür, dass die E\u2011Mail hinausgeht. Zu spät bleibt zu spät, aber liegen bleiben darf es nicht.',
    answerSubject: (number) => `Gebrochen: eine Antwort zu Auftrag ${number}`,
    answerPreheader: (until) => `Sie hätte bis ${until} da sein müssen.`,
    answerIntro:
      'Im Verlauf wartet jemand auf uns. Dort antworten wir innerhalb von höchstens 20\u00A0Minuten; diese Zeit ist um, und niemand hat geantwortet.',
    answeredIntro: (moment) =>
      `Im Verlauf hat jemand auf uns gewartet. Dort antworten wir innerhalb von höchstens 20\u00A0Minuten; die Antwort kam erst am ${moment}.`,
    answerTodo:
      'Bitte antworten Sie jetzt im Verlauf und sagen Sie, dass wir zu spät sind. Zu spät bleibt zu spät.',
  },
  promise: 'Versprechen',
  reply: 'Antwort im Verlauf',
  asked: 'Gefragt',
  askedAs: {
    MESSAGE: (author) => `von ${author}, eine Nachricht`,
    QUESTION: (author) => `von ${author}, eine Frage`,
    STATUS_REQUEST: (author) => `von ${author}, nach dem Stand`,
  },
  writeReply: 'Jetzt antworten',
  communication: 'Einladung zum Gespräch mit unserem Team',
  buyer: 'Erteilt von',
  since: 'Seit',
  until: 'Bis',
  mail: 'Die E\u2011Mail',
  mailStates: {
    NONE: 'wurde nicht geschrieben',
    QUEUED: 'wartet darauf, angenommen zu werden',
    TAKEN: 'wurde angenommen',
    BOUNCED: 'kam zurück: die Adresse nimmt sie nicht an',
    FAILED: 'wurde nach vielen Versuchen aufgegeben',
  },
  answer: 'Der Mailserver sagt',
  open: 'Auftrag öffnen',
}
