import type { completion as english } from '../en/completion.js'

/** What the mails about a campaign say from its completion to the channel's money, in German. */
export const completion: typeof english = {
  completed: {
    subject: (number, channel) =>
      `Auftrag ${number} ist fast abgeschlossen: ${channel} bittet um die Freigabe des Geldes`,
    preheader: (until) => `Sie haben bis ${until} Zeit, alles zu prüfen.`,
    heading: 'Ihre Kampagne ist fast abgeschlossen',
    intro: (channel) =>
      `${channel} teilt uns mit, dass Ihr Auftrag dort fast abgeschlossen ist, und bittet darum, das dafür zurückgelegte Geld freizugeben.`,
    number: 'Auftragsnummer',
    completedAt: 'Als abgeschlossen gemeldet',
    estimatedOn: 'Voraussichtlich fertig',
    held: 'Dafür zurückgelegt',
    disputeBy: 'Zeit zum Prüfen bis',
    release: (until, channel) =>
      `Alles in Ordnung? Geben Sie das Geld jetzt frei, oder tun Sie nichts: Nach ${until} geht es von selbst an ${channel}.`,
    open: 'Prüfen und freigeben',
    again: 'Noch einmal?',
    reorder: (channel) =>
      `Wir hoffen, die Zusammenarbeit mit ${channel} macht Ihnen Freude. Bestellen Sie heute noch einmal, dann geht es gleich so gut weiter.`,
    reorderOpen: 'Noch einmal bestellen',
    wrong: 'Wenn etwas ganz und gar nicht stimmt',
    dispute: (channel, until) =>
      `Wenn Sie glauben, dass ${channel} die vereinbarte Leistung nicht erbringen wird, können Sie den Auftrag innerhalb von 48\u00A0Stunden nach dieser Meldung beanstanden: bis ${until}.`,
    disputeUntil: (channel, until) =>
      `Wenn Sie glauben, dass ${channel} die vereinbarte Leistung nicht erbringen wird, können Sie den Auftrag bis ${until} beanstanden.`,
    notThese: (channel) =>
      `Bitte beanstanden Sie nicht, dass die Kampagne wenige Abschlüsse bringt, und auch sonst nichts, worauf ${channel} keinen Einfluss hat. Eine Beanstandung ist nur für einen groben Verstoß gegen das gedacht, was vereinbart war.`,
    owners: (buyer) =>
      `Eröffnen kann eine Beanstandung nur, wer bei ${buyer} alle Rechte hat; bitte sprechen Sie rechtzeitig miteinander.`,
    rate: (completed, disputed) =>
      disputed === 0
        ? `Von den ${completed} Kampagnen, die bei uns vor Ihrer als abgeschlossen gemeldet wurden, wurde keine beanstandet.`
        : `Von den ${completed} Kampagnen, die bei uns vor Ihrer als abgeschlossen gemeldet wurden, ${disputed === 1 ? 'wurde eine' : `wurden ${disputed}`} beanstandet.`,
    terms: 'Über Beanstandungen in unseren Nutzungsbedingungen lesen',
  },
  reminder: {
    subject: (number) => `Auftrag ${number}: Das Geld wird bald ausgezahlt`,
    preheader: 'Ihre Zeit zum Prüfen ist fast vorbei.',
    heading: 'Ihre Zeit zum Prüfen ist fast vorbei',
    intro: (channel, pkg) =>
      `${channel} hat „${pkg}“ als abgeschlossen gemeldet und um das Geld gebeten. Sie haben es bisher weder freigegeben noch den Auftrag beanstandet.`,
    byItself: (until, channel) =>
      `Wenn alles in Ordnung ist, müssen Sie nichts tun: Nach ${until} geht das Geld von selbst an ${channel}. Von da an lässt sich der Auftrag nicht mehr beanstanden.`,
  },
  released: {
    subject: (number, channel) => `Auftrag ${number}: Das Geld für ${channel} ist freigegeben`,
    preheader: 'Der Auftrag ist abgeschlossen.',
    heading: 'Das Geld ist freigegeben',
    byHand: (amount, channel) =>
      `Vielen Dank. ${amount} gehen nach Ihrer Freigabe an ${channel}; der Auftrag ist abgeschlossen.`,
    byItself: (amount, channel) =>
      `Die Zeit für eine Beanstandung ist vorbei. Deshalb gehen ${amount} an ${channel}, wie angekündigt. Der Auftrag ist abgeschlossen.`,
    releasedAt: 'Freigegeben am',
    reorder: (channel) =>
      `Hat Ihnen die Zusammenarbeit mit ${channel} gefallen? Derselbe Auftrag ist mit wenigen Klicks noch einmal bestellt.`,
    channelSubject: (number, amount) => `Auftrag ${number}: ${amount} sind auf dem Weg zu Ihnen`,
    channelPreheader: 'Das Geld geht auf Ihr Auszahlungskonto.',
    channelHeading: 'Ihr Geld ist unterwegs',
    channelIntro: (amount, buyer) =>
      `Wir haben ${amount} auf Ihr Auszahlungskonto überwiesen, für die Kampagne, die ${buyer} bei Ihnen gekauft hat. Je nach Bank kann es einige Werktage dauern, bis das Geld da ist.`,
    gross: 'Freigegeben',
    sentAt: 'Überwiesen am',
  },
  releaseFailed: {
    subject: (number, amount) => `Auftrag ${number}: Die Auszahlung von ${amount} ist nicht gelungen`,
    preheader: 'Wir kümmern uns darum.',
    heading: 'Eine Auszahlung ist nicht gelungen',
    channel: (amount) =>
      `Ihre Auszahlung von ${amount} wurde unterwegs abgelehnt. Das Geld gehört weiterhin Ihnen: Es ist für Sie zurückgelegt, und unser Finanzteam kümmert sich darum. Bitte prüfen Sie, ob Ihr Auszahlungskonto in Ordnung ist; wenn wir etwas von Ihnen brauchen, schreiben wir Ihnen.`,
    account: 'Auszahlungskonto prüfen',
    team: (amount, channel) =>
      `Die Auszahlung von ${amount} an ${channel} wurde abgelehnt. Der Betrag bleibt zur Auszahlung vorgesehen; der Kanal weiß Bescheid. Bitte sehen Sie sich den Zahlungsvorgang an, beheben Sie die Ursache und versuchen Sie es noch einmal.`,
    amount: 'Auszahlung',
    reason: 'Grund laut Zahlungsdienst',
  },
  payoutAccount: {
    subject: (channel) => `Ihr Auszahlungskonto für ${channel} wurde gesperrt`,
    preheader: 'Was das für Ihre Aufträge bedeutet.',
    heading: 'Ihr Auszahlungskonto wurde gesperrt',
    intro: (channel) =>
      `Unser Finanzteam hat das Konto gesperrt, auf das wir ${channel} auszahlen. Der Grund:`,
    introSilent: (channel) => `Unser Finanzteam hat das Konto gesperrt, auf das wir ${channel} auszahlen.`,
    means:
      'Neue Aufträge lassen sich nicht annehmen, bis es wieder frei ist; lehnen Sie ab, was nicht warten kann. Angenommene Kampagnen gehen weiter, und das Geld dafür bleibt Ihres.',
    mend: 'Schreiben Sie uns, wenn Sie eine Frage haben, oder verbinden Sie ein anderes Konto.',
    subjectBack: (channel) => `Ihr Auszahlungskonto für ${channel} ist wieder frei`,
    preheaderBack: 'Sie können Aufträge annehmen.',
    headingBack: 'Ihr Auszahlungskonto ist wieder frei',
    introBack: (channel) =>
      `Das Konto, auf das wir ${channel} auszahlen, ist wieder frei. Sie können Aufträge annehmen wie zuvor.`,
    open: 'Zum Auszahlungskonto',
  },
  chargeback: {
    subject: (number, amount) => `Rückbuchung von ${amount} bei Auftrag ${number}`,
    preheader: 'Bis das geklärt ist, bleibt das Geld gesperrt.',
    heading: 'Eine Bank hat eine Zahlung zurückgebucht',
    intro: (amount, buyer) =>
      `Die Bank von ${buyer} hat ${amount} zurückgebucht. Was für den Auftrag zurückgelegt ist, bleibt gesperrt, bis die Rückbuchung geklärt ist.`,
    todo: 'Antworten Sie der Bank über den Zahlungsdienst. Wenn sie entschieden hat, schließen Sie die Rückbuchung beim Auftrag ab: gewonnen, dann ist das Geld wieder frei; verloren, dann wird der Verlust gebucht.',
    amount: 'Zurückgebucht',
    openedAt: 'Gemeldet am',
  },
}
