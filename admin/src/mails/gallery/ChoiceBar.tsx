import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useTranslate } from 'react-admin'
import type { Choice } from './use-choice.js'

interface ChoiceBarProps {
  readonly choice: Choice
  readonly locales: readonly string[]
  readonly variants: readonly string[]
  readonly onChoose: (part: Partial<Choice>) => void
}

/** In which locale, which sample, how wide and how bright. */
export function ChoiceBar({ choice, locales, variants, onChoose }: ChoiceBarProps) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2, alignItems: 'center' }}>
      <TextField
        select
        label={translate('mails.gallery.locale')}
        value={choice.locale}
        onChange={(event) => onChoose({ locale: event.target.value })}
        sx={{ minWidth: 190 }}
      >
        {locales.map((locale) => (
          <MenuItem key={locale} value={locale} lang={locale}>
            {new Intl.DisplayNames([locale], { type: 'language' }).of(locale)}
          </MenuItem>
        ))}
      </TextField>
      {variants.length > 1 ? (
        <TextField
          select
          label={translate('mails.gallery.variant')}
          value={variants.includes(choice.variant) ? choice.variant : ''}
          onChange={(event) => onChoose({ variant: event.target.value })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ minWidth: 160 }}
        >
          {variants.map((variant) => (
            <MenuItem key={variant} value={variant}>
              {variant || translate('mails.gallery.usual')}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <Either
        label="mails.gallery.width"
        of={['desktop', 'phone'] as const}
        chosen={choice.width}
        onChoose={(width) => onChoose({ width })}
      />
      <Either
        label="mails.gallery.scheme"
        of={['light', 'dark'] as const}
        chosen={choice.scheme}
        onChoose={(scheme) => onChoose({ scheme })}
      />
    </Box>
  )
}

function Either<T extends string>(props: {
  label: string
  of: readonly T[]
  chosen: T
  onChoose: (value: T) => void
}) {
  const translate = useTranslate()
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={props.chosen}
      aria-label={translate(props.label)}
      onChange={(_, value: T | null) => value && props.onChoose(value)}
    >
      {props.of.map((value) => (
        <ToggleButton key={value} value={value} sx={{ px: 1.5 }}>
          {translate(`mails.gallery.${value}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
