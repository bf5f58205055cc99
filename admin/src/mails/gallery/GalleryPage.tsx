import Box from '@mui/material/Box'
import { useTranslate } from 'react-admin'
import { type MailGalleryQuery, MailGalleryDocument } from '../../gen/documents.js'
import { PageHead } from '../../shared/PageHead.js'
import { Quiet } from '../../shared/Quiet.js'
import { useAsk } from '../../shared/use-ask.js'
import { ChoiceBar } from './ChoiceBar.js'
import { Occasions } from './Occasions.js'
import { SampleShown } from './SampleShown.js'
import { TemplateList, TemplateSelect } from './TemplateList.js'
import { useChoice } from './use-choice.js'

type Gallery = MailGalleryQuery['mailGallery']

/** Every kind of mail as it looks, in every locale, before anybody gets it; with when it goes out and to whom. */
export function GalleryPage() {
  const translate = useTranslate()
  const { data, isError } = useAsk(['mailGallery'], MailGalleryDocument, {})
  return (
    <>
      <PageHead title={translate('mails.gallery.title')} kicker={translate('mails.gallery.kicker')} />
      {isError ? <Quiet>{translate('mails.gallery.refused')}</Quiet> : null}
      {data ? <Shown gallery={data.mailGallery} /> : null}
    </>
  )
}

function Shown({ gallery }: { gallery: Gallery }) {
  const { templates, locales } = gallery
  const { choice, choose } = useChoice({
    template: templates[0]?.template ?? '',
    locale: locales[0] ?? 'en',
  })
  const kind = templates.find((found) => found.template === choice.template)
  const names = templates.map((found) => found.template)
  const open = (template: string) => choose({ template, variant: '' })
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
      <TemplateList names={names} chosen={choice.template} onChoose={open} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <TemplateSelect names={names} chosen={choice.template} onChoose={open} />
        <ChoiceBar choice={choice} locales={locales} variants={kind?.variants ?? []} onChoose={choose} />
        <SampleShown choice={choice} />
        {kind ? <Occasions occasions={kind.occasions} /> : null}
      </Box>
    </Box>
  )
}
