import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import type { ServicePageFragment } from '../gen/documents.js'
import { useVerb } from '../verbs/use-verb.js'
import { Pick, Words } from './inputs.js'
import { fromMinor, toMinor } from '../shared/minor-units.js'

type Flow = ServicePageFragment['flow']

/** What our team sells; campaigns are sold by channels. */
const FLOWS = ['ONBOARDED', 'SELF_SERVICE', 'APPOINTMENT'] as const satisfies readonly Flow[]

/** Adds a service, or changes the facts of the one given. */
export function ServiceDialog({ service, onClose }: { service?: ServicePageFragment; onClose: () => void }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const adding = useVerb('addService')
  const changing = useVerb('changeService')
  const { pending, problems } = service ? changing : adding
  const [facts, setFacts] = useState(() => ({
    name: service?.name ?? '',
    summary: service?.summary ?? '',
    description: service?.description ?? '',
    flow: service?.flow ?? 'ONBOARDED',
    amount: service ? fromMinor(service.price.amount, service.price.currency) : '',
    currency: service?.price.currency ?? 'EUR',
    minutes: String(service?.appointmentMinutes ?? 30),
  }))
  const set = (change: Partial<typeof facts>) => setFacts((before) => ({ ...before, ...change }))
  const currency = facts.currency.trim().toUpperCase()
  const amount = toMinor(facts.amount, currency)
  const submit = async () => {
    const { name, summary, description, flow } = facts
    const appointmentMinutes = flow === 'APPOINTMENT' ? Number.parseInt(facts.minutes, 10) || 0 : undefined
    const price = { amount: amount ?? '-1', currency }
    const input = { name, summary, description, flow, price, appointmentMinutes }
    const form = { inForm: true }
    const answer = service
      ? await changing.run({ id: service.id, ...input }, service.version, form)
      : await adding.run(input, undefined, form)
    if (!answer) return
    onClose()
    if (!service) void navigate(`/services/${(answer as { id: string }).id}/show`)
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="service">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <DialogTitle id="service">
          {service
            ? translate('catalogue.changeTitle', { name: service.name })
            : translate('catalogue.addTitle')}
        </DialogTitle>
        <DialogContent>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
            {translate(service ? 'catalogue.priceHelp' : 'catalogue.addHelp')}
          </Typography>
          <Words
            label={translate('catalogue.name')}
            value={facts.name}
            problem={problems['name']}
            onChange={(name) => set({ name })}
          />
          <Words
            label={translate('catalogue.summary')}
            value={facts.summary}
            problem={problems['summary']}
            onChange={(summary) => set({ summary })}
          />
          <Words
            label={translate('catalogue.description')}
            value={facts.description}
            problem={problems['description']}
            lines={3}
            onChange={(description) => set({ description })}
          />
          <Pick
            label={translate('catalogue.flow')}
            value={facts.flow}
            disabled={Boolean(service?.sold)}
            help={service?.sold ? translate('catalogue.flowFixed') : undefined}
            problem={problems['flow']}
            choices={FLOWS.map((flow) => [flow, translate(`catalogue.flows.${flow}`)] as const)}
            onChange={(flow) => set({ flow })}
          />
          {facts.flow === 'APPOINTMENT' ? (
            <Words
              label={translate('catalogue.minutes')}
              value={facts.minutes}
              problem={problems['appointmentMinutes']}
              onChange={(minutes) => set({ minutes })}
            />
          ) : null}
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: '2fr 1fr' }}>
            <Words
              label={translate('catalogue.amount')}
              value={facts.amount}
              problem={problems['price.amount']}
              onChange={(text) => set({ amount: text })}
            />
            <Words
              label={translate('catalogue.currency')}
              value={facts.currency}
              problem={problems['price.currency']}
              onChange={(text) => set({ currency: text })}
            />
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('shared.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={pending || !amount || !facts.name.trim()}>
            {translate(service ? 'catalogue.save' : 'catalogue.add')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
