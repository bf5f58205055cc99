import { removeBytesJob } from '../files/remove-bytes.task.js'
import { scanFileJob } from '../files/scan-file.task.js'
import { recountPromisesJob } from '../messages/recount-promises.task.js'
import { fundsJobs } from '../funds/funds.jobs.js'
import { mailStaysJob, mailTakenJob } from '../notifications/mail-taken.task.js'
import { sendMailJob } from '../notifications/send-mail.task.js'
import { sendTextJob } from '../notifications/texts/send-text.task.js'
import { tellOfReplyJob } from '../notifications/texts/tell-of-reply.task.js'
import { provisionJob } from '../provisioning/provision.task.js'
import { drawReportJob } from '../reports/report-picture.js'
import { tellJob } from '../platform/events.js'
import type { Job } from '../platform/jobs.js'

/** Every kind of job there is; the queue of each is made at start. */
export const jobs = [
  tellJob,
  ...fundsJobs,
  sendMailJob,
  sendTextJob,
  tellOfReplyJob,
  mailTakenJob,
  mailStaysJob,
  provisionJob,
  drawReportJob,
  recountPromisesJob,
  removeBytesJob,
  scanFileJob,
] as unknown as readonly Job<never>[]
