import { blocks, member, NOW, outsiders, type Sample, SOON, staff, system } from './machine-people.js'

/** A version of a creative that the channel has not decided on. */
export const creativeSample: Sample = {
  facts: {
    creativeId: 'cre_1',
    number: 1,
    key: 'banner',
    newestId: 'crv_1',
    isNewest: true,
    campaignId: 'cmp_1',
    campaignStatus: 'ACCEPTED',
    acceptBy: SOON,
    channelId: 'org_channel',
    fileStatus: 'READY',
    fileRefusal: null,
  },
  people: {
    ...outsiders,
    system,
    channel: { viewer: member('usr_7', ['org_channel']), roles: ['channel'] },
    buyer: { viewer: member('usr_1', ['org_buyer'], ['org_buyer']), roles: [] },
    admin: { viewer: staff('usr_2', ['ADMIN', 'SUPPORT']), roles: [] },
  },
  obstacles: [
    blocks('approveCreative', 'UPLOADED', 'channel', { isNewest: false }, 'NOT_NEWEST_REVISION'),
    blocks('approveCreative', 'UPLOADED', 'channel', { campaignStatus: 'READY' }, 'INVALID_TRANSITION'),
    blocks('approveCreative', 'UPLOADED', 'channel', { fileStatus: 'QUARANTINED' }, 'FILE_QUARANTINED'),
    blocks('approveCreative', 'UPLOADED', 'channel', { fileRefusal: 'FILE_ERASED' }, 'FILE_ERASED'),
    blocks('rejectCreative', 'UPLOADED', 'channel', { isNewest: false }, 'NOT_NEWEST_REVISION'),
    blocks(
      'rejectCreative',
      'UPLOADED',
      'channel',
      { campaignStatus: 'AWAITING_ACCEPTANCE', acceptBy: NOW },
      'INVALID_TRANSITION',
    ),
  ],
}
