import { blocks, member, outsiders, type Sample, staff, system } from './machine-people.js'

const finance = { viewer: staff('usr_5', ['FINANCE']), roles: ['FINANCE'] }

/** Where a channel is paid out to. */
export const payoutAccountSample: Sample = {
  facts: { organisationId: 'org_channel' },
  people: {
    ...outsiders,
    system,
    finance,
    owner: { viewer: member('usr_7', ['org_channel'], ['org_channel']), roles: ['OWNER'] },
    member: { viewer: member('usr_8', ['org_channel']), roles: [] },
    buyer: { viewer: member('usr_1', ['org_buyer'], ['org_buyer']), roles: [] },
    admin: { viewer: staff('usr_2', ['ADMIN']), roles: [] },
  },
  obstacles: [],
}

/** A payment that a bank wants back. */
export const chargebackSample: Sample = {
  facts: { orderId: 'ord_1', amount: '5000', currency: 'EUR', onItsWay: false },
  people: {
    ...outsiders,
    system,
    finance,
    buyer: { viewer: member('usr_1', ['org_buyer'], ['org_buyer']), roles: [] },
    channel: { viewer: member('usr_7', ['org_channel'], ['org_channel']), roles: [] },
    admin: { viewer: staff('usr_2', ['ADMIN']), roles: [] },
  },
  obstacles: [blocks('settleChargeback', 'OPEN', 'finance', { onItsWay: true }, 'PAYMENT_IN_PROGRESS')],
}
