import type { campaigns as english } from '../en/campaigns.js'

/** What the mails about a campaign say between the offer and its start, in German. */
export const campaigns: typeof english = {
  facts: {
    package: 'Paket',
    buyer: 'Gekauft von',
    channel: 'Kanal',
    runs: 'Laufzeit',
    span: (from, to) => `${from} bis ${to}`,
    from: (day) => `ab ${day}`,
    price: 'Preis',
    fee: 'Unsere Gebühr',
    payout: 'Sie erhalten',
    version: (version, file) => `Fassung ${version}, ${file}`,
  },
  open: 'Kampagne öffnen',
  offered: {
    subject: (pkg, buyer, number) => `Annehmen oder ablehnen: ${pkg} für ${buyer} (Auftrag ${number})`,
    preheader: (until) => `Bitte antworten Sie bis ${until}.`,
    heading: 'Ein neuer Auftrag wartet auf Ihre Antwort',
    intro: (buyer, pkg) =>
      `${buyer} hat „${pkg}“ bei Ihnen gekauft. Sie haben 48\u00A0Stunden, um zu entscheiden, ob Sie den Auftrag übernehmen.`,
    answerBy: 'Antwort bis',
    accept: {
      about: 'Sie möchten ihn übernehmen?',
      text: 'Nehmen Sie an. Das Geld, das bisher nur vorgemerkt ist, wird dann eingezogen und für die Kampagne zurückgelegt.',
    },
    decline: {
      about: 'Er passt Ihnen nicht?',
      text: 'Lehnen Sie ab, aus welchem Grund auch immer, und erklären Sie es kurz. Ihre Worte gehen an die Person, die gekauft hat.',
    },
    silence: (until, buyer) =>
      `Bitte entscheiden Sie sich bis ${until}. Sonst endet der Auftrag, und das Geld geht sofort an ${buyer} zurück.`,
    needs: 'Was für diese Kampagne gebraucht wird',
    creatives:
      'Die meisten laden das gleich nach dem Kauf hoch. Fehlt länger etwas, fragen Sie bitte auf der Seite der Kampagne danach.',
    open: 'Annehmen oder ablehnen',
  },
  reminder: {
    subject: (pkg, buyer, number) =>
      `Erinnerung: ${pkg} für ${buyer} wartet auf Ihre Antwort (Auftrag ${number})`,
    subjectLast: (pkg, buyer, number) =>
      `Letzte Erinnerung: ${pkg} für ${buyer} wartet auf Ihre Antwort (Auftrag ${number})`,
    heading: 'Ihre Antwort fehlt noch',
    headingLast: 'Die Zeit für Ihre Antwort ist fast vorbei',
    intro: (buyer, pkg, until) =>
      `${buyer} möchte wissen, ob Sie „${pkg}“ übernehmen. Sie können bis ${until} annehmen oder ablehnen; danach geht beides nicht mehr.`,
    silence: (buyer) =>
      `Wenn Sie weder annehmen noch ablehnen, endet der Auftrag, und das Geld geht sofort an ${buyer} zurück.`,
  },
  withdrawn: {
    subject: (number, buyer) => `Auftrag ${number}: ${buyer} hat die Kampagne zurückgezogen`,
    preheader: 'Sie müssen nichts weiter tun.',
    heading: 'Die Kampagne wurde zurückgezogen',
    intro: (buyer, pkg) =>
      `${buyer} hat den Auftrag für „${pkg}“ zurückgezogen, bevor Sie geantwortet haben. Es wurde kein Geld eingezogen, und Sie müssen nichts weiter tun.`,
  },
  uploaded: {
    subject: (number, count, pkg) =>
      count === 1
        ? `Auftrag ${number}: Ein Werbemittel für ${pkg} ist eingegangen`
        : `Auftrag ${number}: ${count} Werbemittel für ${pkg} sind eingegangen`,
    preheader: 'Bitte genehmigen, oder sagen, was anders sein soll.',
    heading: (count) =>
      count === 1 ? 'Ein Werbemittel ist eingegangen' : `${count} Werbemittel sind eingegangen`,
    intro: (buyer, pkg) => `${buyer} hat dies für „${pkg}“ hochgeladen:`,
    todo: (count) =>
      count === 1
        ? 'Sehen Sie es sich an, und genehmigen Sie es, oder schicken Sie es mit einer Begründung zurück.'
        : 'Sehen Sie sich alles an. Genehmigen Sie, was passt, und schicken Sie den Rest mit einer Begründung zurück.',
    missing: 'Fehlt noch',
    allThere:
      'Alles Notwendige ist da. Sobald Sie alles genehmigt haben, können Sie die Kampagne als startklar melden.',
    open: 'Werbemittel ansehen',
  },
  accepted: {
    subject: (number, channel) => `Auftrag ${number}: ${channel} hat Ihre Kampagne angenommen`,
    preheader: 'Was mit dem Geld geschieht, und was Sie noch tun können.',
    heading: 'Ihre Kampagne ist angenommen',
    intro: (channel, pkg) => `${channel} hat „${pkg}“ angenommen und führt die Kampagne für Sie durch.`,
    money: (amount, channel) =>
      `Der vorgemerkte Betrag von ${amount} wird jetzt eingezogen und für diesen Auftrag zurückgelegt. Er geht erst an ${channel}, wenn die Kampagne als abgeschlossen gemeldet ist und Sie 48\u00A0Stunden Zeit hatten, alles zu prüfen.`,
    needs: (channel) => `Was ${channel} noch von Ihnen braucht`,
    allThere: (channel) =>
      `Sie haben alles Notwendige hochgeladen. ${channel} sieht es sich an und sagt Ihnen, wenn etwas anders sein soll.`,
    nothing: 'Sie müssen nichts hochladen.',
    ask: (channel) => `Wenn Sie eine Frage haben, schreiben Sie ${channel} auf der Seite der Kampagne.`,
    upload: 'Werbemittel hochladen',
  },
  declined: {
    subject: (number, channel) => `Auftrag ${number}: ${channel} hat Ihre Kampagne abgelehnt`,
    preheader: 'Es wurde nichts abgebucht.',
    heading: 'Ihre Kampagne wurde abgelehnt',
    intro: (channel, pkg) => `${channel} übernimmt „${pkg}“ nicht. Die Begründung:`,
    introSilent: (channel, pkg) => `${channel} übernimmt „${pkg}“ nicht.`,
    money: (amount) =>
      `Es wurde nichts abgebucht. Die Vormerkung über ${amount} wird sofort aufgehoben; wann Sie das sehen, hängt von Ihrer Bank ab.`,
    other: 'Andere Pakete ansehen',
  },
  expired: {
    subject: (number, channel) => `Auftrag ${number}: ${channel} hat nicht rechtzeitig geantwortet`,
    preheader: 'Es wurde nichts abgebucht.',
    heading: 'Es kam keine Antwort zur rechten Zeit',
    intro: (channel, pkg, until) =>
      `${channel} hat „${pkg}“ bis ${until} weder angenommen noch abgelehnt. Der Auftrag ist deshalb beendet.`,
    channelSubject: (number, buyer) => `Auftrag ${number} von ${buyer} ist ohne Antwort zu Ende gegangen`,
    channelPreheader: 'Das Geld ist zurückgegangen.',
    channelHeading: 'Die Zeit für Ihre Antwort ist vorbei',
    channelIntro: (buyer, pkg, until) =>
      `${buyer} hatte „${pkg}“ bei Ihnen gekauft. Der Auftrag wurde bis ${until} weder angenommen noch abgelehnt. Er ist damit beendet, und das Geld geht an ${buyer} zurück.`,
    channelNext:
      'Daran ist nichts mehr zu tun. Ein schnelles Nein ist freundlicher als Schweigen: Lehnen Sie ab, was Sie nicht übernehmen können.',
  },
  missing: {
    subject: (number, channel) => `Auftrag ${number}: ${channel} wartet auf Ihre Werbemittel`,
    preheader: 'Die Kampagne beginnt, sobald sie genehmigt sind.',
    heading: 'Es fehlt noch etwas',
    intro: (channel, pkg) => `Damit „${pkg}“ beginnen kann, braucht ${channel} noch dies von Ihnen:`,
    absent: 'noch nicht hochgeladen',
    sentBack: (reason) => `zurückgeschickt: ${reason}`,
    sentBackSilent: 'zurückgeschickt, eine neue Fassung wird gebraucht',
    ask: (channel) =>
      `Wenn Sie etwas davon nicht oder nicht wie gewünscht schicken können, sagen Sie es ${channel} auf der Seite der Kampagne.`,
  },
  rejected: {
    subject: (number, label) => `Auftrag ${number}: Bitte ändern Sie „${label}“`,
    preheader: (channel) => `${channel} sagt, was anders sein soll.`,
    heading: 'Ein Werbemittel kam zurück',
    intro: (channel, label) =>
      `${channel} hat sich „${label}“ angesehen und braucht eine neue Fassung davon. Der Grund:`,
    introSilent: (channel, label) =>
      `${channel} hat sich „${label}“ angesehen und braucht eine neue Fassung davon.`,
    next: 'Laden Sie die neue Fassung auf der Seite der Kampagne hoch; sonst müssen Sie nichts noch einmal tun.',
    upload: 'Neue Fassung hochladen',
  },
  reopened: {
    subject: (number, channel) => `Auftrag ${number}: ${channel} hat einen Wunsch zu den Werbemitteln`,
    preheader: 'Sie können wieder neue Fassungen hochladen.',
    heading: 'Die Werbemittel sind wieder offen',
    intro: (channel) =>
      `Die Kampagne war startklar, aber ${channel} möchte, dass sich an den Werbemitteln etwas ändert:`,
    introSilent: (channel) =>
      `Die Kampagne war startklar, aber ${channel} möchte, dass sich an den Werbemitteln etwas ändert.`,
    next: 'Sie können jetzt neue Fassungen hochladen. Was so bleibt, müssen Sie nicht noch einmal schicken.',
  },
  ready: {
    subject: (number, channel) => `Auftrag ${number}: ${channel} ist startklar für Ihre Kampagne`,
    preheader: 'Alle Werbemittel sind genehmigt.',
    heading: 'Alles ist bereit',
    intro: (channel, pkg) =>
      `${channel} hat alles genehmigt, was für „${pkg}“ nötig ist, und kann die Kampagne durchführen.`,
    next: (channel) =>
      `Sie müssen jetzt nichts tun. Wenn die Kampagne zu Ende geht, bittet ${channel} um die Freigabe des Geldes. Dann erhalten Sie eine E\u2011Mail, in der steht, wie lange Sie Zeit haben, alles zu prüfen.`,
  },
}
