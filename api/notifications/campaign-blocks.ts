import { type Block, facts, list, type ListItem, paragraph, quote } from '../platform/mailer/content.js'
import type { CampaignFacts, CreativeFacts } from './campaign-facts.js'
import type { Reader } from './email.js'

type Row = readonly [string, string | null | undefined]

/** Whether a mail to both sides goes to who placed the order; everybody else on it looks after the channel. */
export function isBuyer({ placedById }: CampaignFacts, to: Reader): boolean {
  return to.id === placedById
}

/** The order, what was bought, from or by whom, and when it runs; with rows of the mail's own. */
export function campaignRows(campaign: CampaignFacts, to: Reader, ...rows: readonly Row[]): Block {
  const { facts: w } = to.words.campaigns
  const buyer: Row = [w.buyer, campaign.buyer]
  const channel: Row = [w.channel, campaign.channel]
  const others = to.isTeam ? [buyer, channel] : isBuyer(campaign, to) ? [channel] : [buyer]
  return rowsWith(others, campaign, to, rows)
}

/** The same to whomever of the buyer it goes. */
export function buyersRows(campaign: CampaignFacts, to: Reader, ...rows: readonly Row[]): Block {
  return rowsWith([[to.words.campaigns.facts.channel, campaign.channel]], campaign, to, rows)
}

function rowsWith(sides: readonly Row[], campaign: CampaignFacts, to: Reader, rows: readonly Row[]): Block {
  const { common, campaigns } = to.words
  return facts([
    [common.order, campaign.number],
    [campaigns.facts.package, campaign.package],
    ...sides,
    [campaigns.facts.runs, runs(campaign, to)],
    ...rows,
  ])
}

/** Its first and last day, where they are fixed. */
export function runs({ startsOn, endsOn }: CampaignFacts, to: Reader): string | null {
  const { facts: w } = to.words.campaigns
  if (startsOn === null) return null
  return endsOn === null ? w.from(to.date(startsOn)) : w.span(to.date(startsOn), to.date(endsOn))
}

/** A sentence that leads to somebody's own words, and these; another sentence where there are none any more. */
export function saying(reason: string | null, intro: string, silent: string): Block[] {
  return reason === null ? [paragraph(silent)] : [paragraph(intro), quote(reason)]
}

/** The required creatives that are not there, or were sent back, with what became of them. */
export function missing({ creatives }: CampaignFacts): CreativeFacts[] {
  return creatives.filter(({ required, state }) => required && (state === 'MISSING' || state === 'REJECTED'))
}

/** The same as a list. */
export function missingList(campaign: CampaignFacts, to: Reader): Block {
  const { missing: w } = to.words.campaigns
  return list(
    missing(campaign).map(({ label, state, reason }): ListItem => {
      if (state === 'MISSING') return { about: label, text: w.absent }
      return { about: label, text: reason === null ? w.sentBackSilent : w.sentBack(reason) }
    }),
  )
}
