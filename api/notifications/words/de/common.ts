import type { common as english } from '../en/common.js'

/** Words that every mail shares, in German. */
export const common: typeof english = {
  hello: (name) => `Guten Tag ${name}!`,
  moment: (day, time, zone) => `${day}, ${time}\u00A0Uhr\u00A0${zone}`,
  time: (time, zone) => `${time}\u00A0Uhr\u00A0${zone}`,
  times: (zone) => `Uhrzeiten in dieser E\u2011Mail gelten in der Zeitzone ${zone}.`,
  why: {
    buyer: 'Sie erhalten diese E\u2011Mail, weil Sie diesen Auftrag erteilt haben.',
    recipient:
      'Sie erhalten diese E\u2011Mail, weil Sie als Ansprechperson genannt wurden, die die Fragen zu dieser Leistung beantwortet.',
    formerRecipient:
      'Sie erhalten diese E\u2011Mail, weil Sie zuvor als Ansprechperson genannt waren, die die Fragen zu dieser Leistung beantwortet.',
    invited:
      'Sie erhalten diese E\u2011Mail, weil Sie unter dieser Adresse eingeladen wurden. Wenn Ihnen die einladende Person unbekannt ist: Ohne Ihre Zusage geschieht nichts.',
    channel: 'Sie erhalten diese E\u2011Mail, weil Sie sich um die Kampagnen Ihres Kanals kümmern.',
    team: 'Sie erhalten diese E\u2011Mail, weil dies zu Ihrer Arbeit bei Waybill gehört.',
    conversation: 'Sie erhalten diese E\u2011Mail, weil Sie diesen Auftrag einsehen können.',
    attendee:
      'Sie erhalten diese E\u2011Mail, weil Sie als die Person genannt wurden, die diesen Termin wahrnimmt.',
    counterpart:
      'Sie erhalten diese E\u2011Mail, weil wir gebeten wurden, einen Termin mit Ihnen zu vereinbaren, und dafür diese Adresse bekommen haben.',
    account: 'Sie erhalten diese E\u2011Mail, weil es um Ihre Anmeldung bei Waybill geht.',
    signIn:
      'Sie erhalten diese E\u2011Mail, weil für diese Adresse eine Anmeldung angefordert wurde. Wenn Sie das nicht waren, müssen Sie nichts tun.',
  },
  ownLink: 'Der Link ist nur für Sie bestimmt und gilt einmal. Bitte geben Sie ihn nicht weiter.',
  ownLinkRenewed:
    'Der Link ist nur für Sie bestimmt und lässt sich einmal öffnen. Bitte geben Sie ihn nicht weiter. Wurde er bereits geöffnet, können Sie sich auf derselben Seite einen neuen zusenden lassen.',
  order: 'Auftrag',
  service: 'Leistung',
  forWhom: 'Für',
  openOrder: 'Auftrag öffnen',
  preferences: 'Auswählen, welche E\u2011Mails Sie erhalten',
}
