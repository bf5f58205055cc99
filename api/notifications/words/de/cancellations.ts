import type { cancellations as english } from '../en/cancellations.js'

/** What the mails about orders that were cancelled say, to each of those who were involved, in German. */
export const cancellations: typeof english = {
  subject: (number) => `Auftrag ${number} wurde storniert`,
  preheader: 'Was das für Sie bedeutet.',
  heading: 'Der Auftrag wurde storniert',
  unpaid:
    'Er wurde nicht rechtzeitig bezahlt und deshalb automatisch storniert. Es wurde noch keine Arbeit begonnen, und Sie schulden nichts.',
  byBuyer: (person) => `${person} hat ihn auf Ihrer Seite storniert. Als Grund wurde angegeben:`,
  byYou: 'Sie haben ihn storniert. Als Grund haben Sie angegeben:',
  byUs: 'Wir haben ihn storniert. Unser Team nennt dafür diesen Grund:',
  noResult: 'Nichts davon ließ sich zu einem guten Ende bringen; er wurde deshalb automatisch beendet.',
  stops:
    'Die Arbeit daran wird eingestellt, und Links, die dafür verschickt wurden, lassen sich nicht mehr öffnen.',
  neverPaid: 'Er war noch nicht bezahlt. Sie schulden also nichts, und es gibt nichts zu erstatten.',
  refund: (amount) =>
    `Sie erhalten alles zurück, was Sie bezahlt haben: ${amount}, auf dem Weg, auf dem bezahlt wurde. Eine eigene E\u2011Mail sagt Ihnen, wann das Geld unterwegs ist.`,
  partRefund: (amount) =>
    `Sie erhalten einen Teil dessen zurück, was Sie bezahlt haben: ${amount}, auf dem Weg, auf dem bezahlt wurde. Eine eigene E\u2011Mail sagt Ihnen, wann das Geld unterwegs ist. Der Rest deckt die Arbeit, die schon getan ist.`,
  noRefund: 'Es wird nichts erstattet: Was Sie bezahlt haben, deckt die Arbeit, die schon getan ist.',
  refundsTold:
    'Was Sie dafür bezahlt hatten, erhalten Sie zurück; in einer eigenen E\u2011Mail steht, wie viel.',
  total: 'Gesamtbetrag',
  refundLabel: 'Rückerstattung',
  cancelledAt: 'Storniert am',
  orderAgain: 'Zum Angebot',
  recipient: {
    subject: (service) => `„${service}“: Sie müssen nichts weiter tun`,
    preheader: 'Der Auftrag ist beendet.',
    heading: 'Sie müssen nichts weiter tun',
    intro: (service) =>
      `Der Auftrag, für den wir Ihnen Fragen gestellt haben, ist beendet: „${service}“. Das Formular wird nicht mehr gebraucht, und sein Link lässt sich nicht mehr öffnen. Vielen Dank für Ihre Mühe.`,
  },
  team: {
    subject: (number) => `Bitte aufhören: Auftrag ${number} wurde storniert`,
    preheader: 'Ihre Aufgaben daran sind beendet.',
    heading: 'Ihre Arbeit an diesem Auftrag ist beendet',
    byBuyer: 'Der Auftrag wurde von der Seite storniert, die ihn erteilt hat. Als Grund wurde angegeben:',
    byUs: 'Der Auftrag wurde von unserer Administration storniert. Als Grund wurde angegeben:',
    other: 'Der Auftrag ist beendet.',
    tasks: 'Mit ihm sind diese Aufgaben von Ihnen beendet',
  },
  beneficiary: {
    subject: (organisation) => `Die Arbeit für ${organisation} ist beendet`,
    preheader: 'Sie müssen nichts weiter tun.',
    heading: 'Die Arbeit ist beendet',
    intro: (buyer, organisation) =>
      `Der Auftrag, den ${buyer} für ${organisation} erteilt hat, wurde storniert. Die Arbeit daran wird eingestellt; Sie müssen nichts weiter tun.`,
    ask: (buyer) => `Wenn Sie dazu eine Frage haben, wenden Sie sich bitte an ${buyer}.`,
  },
}
