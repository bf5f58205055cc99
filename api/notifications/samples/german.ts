import type { SampleTexts } from './english.js'

/** Invented names and words, as people could have written them in German; some as long as German words can be. */
export const german: SampleTexts = {
  people: {
    buyer: 'Anna Brandt',
    client: 'Samuel Leitner',
    admin: 'Mira Nowak',
    assignee: 'Jo Parker',
    channel: 'Leo Marschner',
    counterpart: 'Nora Feldmann',
  },
  channel: 'Funkhaus Sendestraße',
  agency: 'Agentur Hellwerk',
  business: 'Handwerksbäckerei Leitner',
  services: {
    website: 'Unternehmenswebsite mit zehn Seiten',
    search: 'Suchmaschinenwerbung',
    listings: 'Branchenverzeichniseinträge',
    podcast: 'Podcast-Patenschaft',
    viewing: 'Ladenbesichtigung vor Ort',
  },
  files: ['Ihr Logo, am besten als PDF', 'Fotos Ihres Ladens'],
  issues: [
    {
      about: 'Ihr Logo, am besten als PDF',
      note: 'Die Datei zeigt ein altes Logo: Ihr Ladenschild hat schon das neue.\nKönnten Sie uns das schicken?',
    },
    { about: 'Öffnungszeiten', note: 'Der Sonntag fehlt.' },
    { about: null, note: 'Die Texte sind in zwei Sprachen. Welche soll die Website sprechen?' },
  ],
  task: 'Startseite entwerfen',
  skills: ['Gestaltung', 'Webentwicklung'],
  declined: 'Die Karte wurde abgelehnt (Deckung nicht ausreichend).',
  message:
    'Guten Tag Samuel,\n\nder erste Entwurf der Startseite ist fertig. Möchten Sie oben lieber die Öfen oder das Schaufenster sehen?\n\nJo',
  delivered:
    'Die zehn Seiten sind online, mit Ihrem neuen Logo und den Fotos des Ladens.\nDas Kontaktformular schreibt an die Adresse, die Sie uns genannt haben.',
  deliveredFiles: ['Seitenübersicht.pdf', 'Ladenfotos bearbeitet.zip'],
  revision:
    'Die Öffnungszeiten auf der Kontaktseite sind vom letzten Jahr. Bitte nehmen Sie die aus dem Formular.',
  calledOff: 'Der Laden zieht nächsten Monat in eine andere Stadt, die Website kann so lange warten.',
  held: 'Das neue Logo ist noch in der Gestaltung; wir machen weiter, sobald es da ist.',
  mailServer: '450 4.2.1 Das Postfach ist gerade belegt, bitte später erneut versuchen',
  waived: 'Alles, was wir brauchen, liegt schon aus einem früheren Auftrag vor.',
  campaign: {
    creatives: [
      { label: 'Sprechtext von 60 Sekunden', file: 'Sprechtext.pdf' },
      { label: 'Firmenzeichen auf durchsichtigem Grund', file: 'Firmenzeichen.png' },
    ],
    declined: 'Alle Folgen im Dezember sind schon aufgenommen. Im Februar machen wir das sehr gern.',
    rejected: 'Vorgelesen dauert er 90 Sekunden. Könnten Sie ihn auf 60 kürzen?',
    reopened: 'Unsere Moderatorin ist in ein anderes Studio gezogen, der Text muss das neue nennen.',
    proposed: 'Zwei der drei Folgen fallen aus: Unsere Moderatorin hat ihre Stimme verloren.',
    cancelled: 'Der Podcast wird endgültig eingestellt.',
    extended: 'Der Feiertag lag mitten in der Frist, und niemand war im Büro.',
    suspended: 'Die Bank meldet, dass das Konto aufgelöst wurde.',
  },
  appointment: {
    place: 'Mühlgasse 12, zweiter Stock',
    declined: 'In dieser Woche wird der Laden gestrichen, und niemand kann hinein.',
    said: 'Parken können Sie im Hof hinter dem Haus.',
    cancelled: 'Unser Kollege, der mitkommen sollte, ist erkrankt, und niemand kann einspringen.',
  },
  question: 'Hat die andere Seite schon geantwortet? Wir müssten sonst die Bahn buchen.',
  messageFile: 'Grundriss.pdf',
  payoutRefused: 'Das Zielkonto nimmt zurzeit keine Überweisungen an.',
  voidRefused: 'Die Bank gibt den Betrag zurzeit nicht frei.',
  dispute: {
    statement:
      'Vereinbart waren drei Folgen. Nur eine wurde aufgenommen, und sie nennt eine andere Bäckerei.',
    question: 'Könnten Sie uns die Aufnahmen aller drei Folgen schicken, mit den Sendetagen?',
    reasoning:
      'Zwei von drei Folgen liefen wie vereinbart, die dritte gar nicht. Deshalb geht ein Drittel zurück.',
    released: 'Alle drei Folgen liefen an den vereinbarten Tagen; die Aufnahmen zeigen es.',
    refunded: 'Keine der drei Folgen wurde gesendet.',
  },
}
