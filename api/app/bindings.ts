import { join } from 'node:path'
import { afterThaw, campaignDeadlines } from '../campaigns/campaign-deadlines.js'
import { campaignPart } from '../campaigns/campaign-part.js'
import { campaignOfOrder } from '../campaigns/campaign-standing.js'
import { captureResult } from '../campaigns/capture-result.js'
import { campaignsErasure } from '../campaigns/campaigns-erasure.js'
import { completionMailBounced, completionMailTaken } from '../campaigns/completion-mail.js'
import { HOURS_IN_FORCE } from '../messages/answer-hours.js'
import { teamHours } from '../orders/team-hours.js'
import { orderCampaign } from '../orders/order-campaign.js'
import { erasureRooms } from '../platform/erasure.js'
import { onDutiesLost } from '../accounts/staff.js'
import { openSignIn, sendSignInLink, type SignIn } from '../accounts/sign-in.js'
import { feedErasure } from '../feed/feed-erasure.js'
import { feedRead } from '../feed/mark-read.js'
import { notificationsErasure } from '../notifications/notifications-erasure.js'
import { readWithFeed } from '../notifications/mark-notifications-read.js'
import { fileTrouble } from '../files/file-trouble.js'
import { openClamd } from '../files/scan/clamd.js'
import { scanner } from '../files/scan/scanner.js'
import { type LocalDisk, openLocalDisk } from '../files/storage/local-disk.js'
import { storage } from '../files/storage/storage.js'
import { filesErasure } from '../files/files-erasure.js'
import { gateway } from '../funds/gateway.js'
import { disputeDeadlines } from '../disputes/dispute-deadlines.js'
import { disputesErasure } from '../disputes/disputes-erasure.js'
import { fundsThawed } from '../funds/freeze-funds.js'
import { chargebackNews } from '../funds/chargeback.js'
import { onGivenBack, onOtherAmount, operationResults } from '../funds/operation.js'
import { onTakenTooMuch } from '../funds/reversed-release.js'
import { fundsDeadlines } from '../funds/operation-deadlines.js'
import { digestTimetable } from '../notifications/digest-timetable.js'
import { mailSignInLink } from '../notifications/mail-sign-in-link.js'
import { noteMailedAttempt } from '../notifications/attempt-mails.js'
import { mailStays, mailTaken } from '../notifications/mail-taken.task.js'
import { mailTimetable } from '../notifications/mail-timetable.js'
import { mailUndelivered } from '../notifications/undelivered-mail.js'
import { mailroom, openMailroom } from '../notifications/mailroom.js'
import { talkOfOrder } from '../messages/hold-promise.js'
import { brokenPromise } from '../messages/live-promise.js'
import { messagesErasure } from '../messages/messages-erasure.js'
import { promiseDeadlines } from '../messages/promise-deadlines.js'
import { reportsErasure } from '../reports/reports-erasure.js'
import { mailsErasure } from '../notifications/mails-erasure.js'
import { attemptFates, openTextRoom, textRoom } from '../notifications/texts/text-room.js'
import { textTimetable } from '../notifications/texts/text-timetable.js'
import { textsErasure } from '../notifications/texts/texts-erasure.js'
import { isTold, tell } from '../notifications/tell.js'
import { onboardingDeadlineActs } from '../onboarding/onboarding-deadlines.js'
import { onboardingErasure } from '../onboarding/onboarding-erasure.js'
import { onboardingPart } from '../onboarding/onboarding-part.js'
import { noteAttemptFate } from '../outreach/note-attempt-fate.js'
import { troubledFiles } from '../onboarding/troubled-files.js'
import { ordersDeadlines } from '../orders/expire-payment.js'
import { reopenCommunicationPromise } from '../orders/reopen-communication.js'
import { ordersErasure } from '../orders/orders-erasure.js'
import { reasonsErasure } from '../platform/reasons.js'
import { orderAppointment } from '../orders/order-appointment.js'
import { appointmentDeadlines } from '../outreach/appointment-deadlines.js'
import { appointmentPart } from '../outreach/appointment-part.js'
import { appointmentOfOrder } from '../outreach/appointment-standing.js'
import { outreachErasure } from '../outreach/outreach-erasure.js'
import { orderParts } from '../orders/order-part.js'
import { orderTalk } from '../orders/order-talk.js'
import { orderWork } from '../orders/order-work.js'
import { paymentResult } from '../orders/settle-payment.js'
import { provisioningDeadlines } from '../provisioning/provision.task.js'
import { provisioner } from '../provisioning/provisioner.js'
import { provisioningPart } from '../provisioning/provisioning-part.js'
import { sandboxProvisioner } from '../provisioning/sandbox-provisioner.js'
import { communicationDeadlines, communicationKept } from '../tasks/communication-promise.js'
import { reportedOn } from '../reports/order-reports.js'
import { pictureAddress, signedPictureAddress } from '../reports/picture-address.js'
import { reportDeadlines } from '../reports/report-deadlines.js'
import { seeToBrokenPromise } from '../tasks/broken-promise.js'
import { raiseChargeback } from '../tasks/chargeback-task.js'
import {
  endOtherAmount,
  raiseFailedOperation,
  raiseOtherAmount,
  raiseTakenTooMuch,
} from '../tasks/failed-operation.js'
import { tasksErasure } from '../tasks/tasks-erasure.js'
import { releaseUnfitTasks } from '../tasks/release-tasks.js'
import { raiseGivenUpDeadline, taskDeadlines } from '../tasks/task-deadlines.js'
import { workOfOrder } from '../tasks/work-of-order.js'
import type { HouseConfig } from '../platform/config.js'
import type { House } from '../platform/context.js'
import { deadlineActs, deadlineGivenUp } from '../platform/deadlines.js'
import { telling } from '../platform/events.js'
import { openGateway } from './open-gateway.js'
import { timetables } from '../platform/timetable.js'

/** What binding opened beside the platform: served by the web, and to be closed. */
export interface Bound {
  readonly signIn: SignIn
  /** Absent where files lie in a bucket: browsers reach that themselves. */
  readonly disk: LocalDisk | undefined
  close(): Promise<void>
}

/** Binds what lower rooms need from above: each port once, in one place. */
export async function bindPorts(house: House): Promise<Bound> {
  const { config } = house
  const files = await bindFiles(config)
  const money = await openGateway(config)
  gateway.bind(money.gateway)
  telling.bind({ concerns: isTold, tell })
  feedRead.bind(readWithFeed)
  await bindOutbox(config)
  timetables.bind([mailTimetable, textTimetable, digestTimetable])
  sendSignInLink.bind((link) => mailSignInLink(house, link))
  operationResults.bind({
    PAYMENT: async (tx, operation) => {
      await paymentResult(tx, operation)
      await raiseFailedOperation(tx, operation)
    },
    CAPTURE: async (tx, operation) => {
      await captureResult(tx, operation)
      await raiseFailedOperation(tx, operation)
    },
    VOID: raiseFailedOperation,
    REFUND: raiseFailedOperation,
    LATE_REFUND: raiseFailedOperation,
    RELEASE: raiseFailedOperation,
  })
  onOtherAmount.bind(raiseOtherAmount)
  onGivenBack.bind((tx, operation) =>
    endOtherAmount(tx, operation, 'The money was given back at the gateway.'),
  )
  onTakenTooMuch.bind(raiseTakenTooMuch)
  pictureAddress.bind(signedPictureAddress(config))
  bindWork(house)
  const close = async () => {
    files.close()
    mailroom.bound.mailer.close()
    await money.close()
  }
  return { signIn: openSignIn(house), disk: files.disk, close }
}

/** How mails and texts leave, and who is told what became of them. */
async function bindOutbox(config: HouseConfig): Promise<void> {
  mailroom.bind(openMailroom(config))
  textRoom.bind(await openTextRoom(config))
  attemptFates.bind(noteAttemptFate)
  mailTaken.bind({
    'communication-invitation': (tx, mail) => communicationKept(tx, mail.orderId!),
    'appointment-request': (tx, { id }) => noteMailedAttempt(tx, id, 'SENT'),
    'campaign-completed': (tx, { orderId, takenAt }) =>
      completionMailTaken(tx, { orderId: orderId!, takenAt }),
  })
  mailStays.bind({
    'appointment-request': (tx, { id, state }) =>
      noteMailedAttempt(tx, id, state === 'QUEUED' ? 'WAITING_FOR_MORNING' : 'FAILED'),
  })
  mailUndelivered.bind({
    'appointment-request': (tx, { id }) => noteMailedAttempt(tx, id, 'FAILED'),
    'communication-invitation': (tx, mail) => reopenCommunicationPromise(tx, mail.orderId!),
    'campaign-completed': (tx, { orderId, recipientId, toAddress: address }) =>
      completionMailBounced(tx, { orderId: orderId!, recipientId, address }),
  })
}

/** Where files lie, who scans them, and what is done about those that something is the matter with. */
async function bindFiles(config: HouseConfig): Promise<{ disk: LocalDisk | undefined; close(): void }> {
  scanner.bind(config.clamdUrl ? openClamd(config.clamdUrl) : undefined)
  fileTrouble.bind(troubledFiles)
  if (config.s3) {
    // Read only where there is a bucket: it is a large library.
    const { openS3 } = await import('../files/storage/s3.js')
    const bucket = openS3(config.s3)
    storage.bind(bucket)
    return { disk: undefined, close: () => bucket.close() }
  }
  const { home, publicUrl, authSecret: secret } = config
  const disk = await openLocalDisk({ folder: join(home, 'files'), publicUrl, secret })
  storage.bind(disk)
  return { disk, close: () => undefined }
}

/** What lines become, and what deadlines do. */
function bindWork(house: House): void {
  orderWork.bind(workOfOrder)
  orderTalk.bind(talkOfOrder)
  brokenPromise.bind(seeToBrokenPromise)
  orderParts.bind({
    ONBOARDED: reportedOn(onboardingPart),
    SELF_SERVICE: provisioningPart,
    APPOINTMENT: appointmentPart,
    CAMPAIGN: campaignPart,
  })
  teamHours.bind(HOURS_IN_FORCE)
  orderCampaign.bind(campaignOfOrder)
  orderAppointment.bind(appointmentOfOrder)
  fundsThawed.bind(afterThaw)
  chargebackNews.bind(raiseChargeback)
  provisioner.bind(sandboxProvisioner(house.database.pool))
  onDutiesLost.bind(releaseUnfitTasks)
  deadlineActs.bind({
    ...ordersDeadlines,
    ...fundsDeadlines,
    ...onboardingDeadlineActs,
    ...provisioningDeadlines,
    ...taskDeadlines,
    ...appointmentDeadlines,
    ...campaignDeadlines,
    ...disputeDeadlines,
    ...reportDeadlines,
    ...communicationDeadlines,
    ...promiseDeadlines,
  })
  deadlineGivenUp.bind(raiseGivenUpDeadline)
  bindErasure()
}

/** Every room that knows something of people. */
function bindErasure(): void {
  erasureRooms.bind([
    filesErasure,
    ordersErasure,
    reasonsErasure,
    messagesErasure,
    feedErasure,
    notificationsErasure,
    tasksErasure,
    onboardingErasure,
    outreachErasure,
    campaignsErasure,
    reportsErasure,
    disputesErasure,
    mailsErasure,
    textsErasure,
  ])
}
