import Add from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { ItemCard } from './ItemCard.js'
import { moved, type Item } from './items.js'

/** The questions or steps of what is written, in their order: one is open at a time, and what is wrong opens first. */
export function ItemList<T extends Item>(props: {
  title: string
  addLabel: string
  empty: string
  items: readonly T[]
  nameOf: (item: T) => string
  hintOf: (item: T) => string
  /** Problems to show by the place of the item, then by what is wrong of it. */
  problemsAt: (index: number) => Record<string, string>
  /** The one that is open. */
  open: string | undefined
  onOpen: (uid: string | undefined) => void
  onAdd: () => void
  onOrder: (items: T[]) => void
  onRemove: (uid: string) => void
  children: (item: T, problems: Record<string, string>) => ReactNode
}) {
  const { items, nameOf, problemsAt, open, onOpen } = props
  const translate = useTranslate()
  const [said, setSaid] = useState('')
  const count = items.length
  const firstWrong = items.find((_item, i) => Object.keys(problemsAt(i)).length > 0)?.uid
  useEffect(() => {
    if (firstWrong) onOpen(firstWrong)
  }, [firstWrong, onOpen])
  const move = (item: T, by: -1 | 1) => {
    const next = moved(items, item.uid, by)
    props.onOrder(next)
    const number = next.findIndex((one) => one.uid === item.uid) + 1
    setSaid(translate('editor.moved', { name: nameOf(item) || translate('editor.untitled'), number }))
  }
  return (
    <Panel title={props.title}>
      {count ? (
        <Typography
          variant="body2"
          sx={{ color: 'text.secondary', mb: 1, display: { xs: 'none', md: 'block' } }}
        >
          {translate('editor.moveHelp')}
        </Typography>
      ) : (
        <Quiet>{props.empty}</Quiet>
      )}
      <Box component="ol" sx={{ m: 0, p: 0, display: 'grid', gap: 1 }}>
        {items.map((item, index) => {
          const problems = problemsAt(index)
          const wrong = Object.values(problems)
          return (
            <ItemCard
              key={item.uid}
              uid={item.uid}
              number={index + 1}
              count={count}
              name={nameOf(item)}
              hint={wrong.length ? wrong.join('; ') : props.hintOf(item)}
              faulty={wrong.length > 0}
              open={open === item.uid}
              onToggle={() => onOpen(open === item.uid ? undefined : item.uid)}
              onMove={(by) => move(item, by)}
              onRemove={() => props.onRemove(item.uid)}
            >
              {props.children(item, problems)}
            </ItemCard>
          )
        })}
      </Box>
      <Button variant="outlined" startIcon={<Add />} sx={{ mt: 1.5 }} onClick={props.onAdd}>
        {props.addLabel}
      </Button>
      <Box
        aria-live="polite"
        sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {said}
      </Box>
    </Panel>
  )
}
