import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { calendarFile } from '../outreach/ics.js'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { renderMail } from '../platform/mailer/render.js'
import { mailTemplates } from './mail-templates.js'
import { asShown } from './mailroom.js'
import { withSamplePictures } from './samples/sample-pictures.js'
import { sampleLocales } from './samples/sample-world.js'
import { languageFor } from './words/words.js'

@ObjectType({ simpleResolvers: true, description: 'An occasion on which a kind of mail goes out.' })
export class MailOccasion {
  @Field(() => String, {
    nullable: true,
    description: 'The event it tells of; null where nothing of the trade happened.',
  })
  event!: string | null

  @Field(() => String, { description: 'What happened, in a sentence.' })
  when!: string

  @Field(() => String, { description: 'Who gets it then.' })
  tells!: string
}

@ObjectType({ simpleResolvers: true, description: 'A kind of mail: when it goes out, and to whom.' })
export class MailTemplate {
  @Field(() => String, { description: 'Its name, for example order-receipt.' })
  template!: string

  @Field(() => [MailOccasion], { description: 'When it goes out, and to whom.' })
  occasions!: readonly MailOccasion[]

  @Field(() => [String], {
    description: 'The samples there are of it: the first is the mail as it is most often, and has no name.',
  })
  variants!: string[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'Every kind of mail that goes out, and the locales it is shown in.',
})
export class MailGallery {
  @Field(() => [MailTemplate], { description: 'By name.' })
  templates!: MailTemplate[]

  @Field(() => [String], { description: 'The locales there are samples in.' })
  locales!: readonly string[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'A kind of mail as it looks, with invented people and facts in it.',
})
export class MailSample {
  @Field(() => String, { description: 'Which kind of mail it is.' })
  template!: string

  @Field(() => String, { description: 'What is special about it; empty for the kind’s first.' })
  variant!: string

  @Field(() => String, { description: 'The locale of whoever gets it.' })
  locale!: string

  @Field(() => String, { description: 'The language of its words.' })
  language!: string

  @Field(() => String, { description: 'The time zone of whoever gets it.' })
  timeZone!: string

  @Field(() => String, { description: 'The name it is addressed to.' })
  toName!: string

  @Field(() => String, { description: 'Its subject.' })
  subject!: string

  @Field(() => String, { description: 'The line that a mailbox shows beside the subject.' })
  preheader!: string

  @Field(() => String, { description: 'The page part.' })
  html!: string

  @Field(() => String, { description: 'The text part.' })
  text!: string

  @Field(() => String, {
    nullable: true,
    description: 'The calendar’s file that comes with it; null where none does.',
  })
  calendar!: string | null

  @Field(() => Int, { description: 'How large both parts are together, in bytes.' })
  bytes!: number
}

/** Mails to be looked at before anybody gets them. Everybody and everything in them is invented. */
@Resolver()
export class GalleryResolver {
  @Rights('ADMIN', 'SUPPORT')
  @Query(() => MailGallery, { description: 'Every kind of mail, with when it goes out and to whom.' })
  mailGallery(@Ctx() { house }: Context): MailGallery {
    const [first = 'en'] = sampleLocales
    const templates = mailTemplates().map(({ template, occasions, samples }) => ({
      template,
      occasions,
      variants: samples(first, house.config.publicUrl).map((sample) => sample.variant),
    }))
    return { templates, locales: sampleLocales }
  }

  @Rights('ADMIN', 'SUPPORT')
  @Query(() => MailSample, {
    nullable: true,
    description: 'A kind of mail as somebody with this locale gets it; null where there is no such sample.',
  })
  async mailSample(
    @Ctx() { house }: Context,
    @Arg('template', () => String, { description: 'Which kind.' }) template: string,
    @Arg('locale', () => String, { description: 'One of the gallery’s locales.' }) locale: string,
    @Arg('variant', () => String, { defaultValue: '', description: 'One of the kind’s variants.' })
    variant: string,
  ): Promise<MailSample | null> {
    if (!sampleLocales.includes(locale)) return null
    const wanted = mailTemplates().find((found) => found.template === template)
    const sample = wanted?.samples(locale, house.config.publicUrl).find((found) => found.variant === variant)
    if (!sample) return null
    const { subject, html, text } = await renderMail(sample.content)
    return {
      template,
      variant,
      locale,
      language: languageFor(locale),
      timeZone: sample.to.timeZone,
      toName: sample.to.name,
      subject,
      preheader: sample.content.preheader,
      html: await withSamplePictures(asShown(html, null, false) ?? '', sample.content),
      text: asShown(text, null, false) ?? '',
      calendar: sample.content.calendar ? calendarFile(sample.content.calendar) : null,
      bytes: Buffer.byteLength(html) + Buffer.byteLength(text),
    }
  }
}
