import { expect, test } from '@jest/globals'
import { ABOUT_MONEY, WITH_AMOUNTS } from '../../api/notifications/mail-kinds.js'
import { renderMail } from '../../api/platform/mailer/render.js'
import { flat, samplesIn } from './sample-mails.js'

const AMOUNT = /[£€$]\s?\d/

test('a mail that tells of an amount is for those of the team who deal with money, one whose subject does is not even listed for others', async () => {
  const wrong: string[] = []
  for (const { name, template, content } of samplesIn('en')) {
    const { subject, text } = await renderMail(content)
    if (AMOUNT.test(text) && !WITH_AMOUNTS.includes(template)) wrong.push(`${name}: text`)
    if (AMOUNT.test(subject) && !ABOUT_MONEY.includes(template)) wrong.push(`${name}: subject`)
  }
  expect(wrong).toEqual([])
})

test('what the channel gets, and our fee on it, is in no mail to the buyer', async () => {
  const told: string[] = []
  for (const { name, to, content } of samplesIn('en').filter((sample) => sample.to.id === 'sample_buyer')) {
    const text = flat((await renderMail(content)).text)
    // The price is 900 and our fee a tenth of what is released; a dispute's split and a proposal leave 600 and 300 of it.
    if (/£(810|540|270|90)\.00|\bfee\b/i.test(text)) told.push(`${name} to ${to.name}`)
  }
  expect(told).toEqual([])
})
