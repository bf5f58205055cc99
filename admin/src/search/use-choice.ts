import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Found } from './found.js'
import type { Search } from './use-search.js'

/**
 * Which of what was found is marked, by its place among all of it, and what a key does: arrows go round, Enter opens.
 * Whoever presses Enter before the answer is there means its first.
 */
export function useChoice(search: Search, open: (found: Found) => void) {
  const { wanted, groups, waiting, hurry } = search
  const all = groups.flatMap(({ found }) => found)
  const [marked, setMarked] = useState({ wanted, at: 0 })
  const [entered, setEntered] = useState<string>()
  const at = marked.wanted === wanted ? Math.min(marked.at, Math.max(all.length - 1, 0)) : 0
  const first = all[0]
  useEffect(() => {
    if (entered === undefined || waiting) return
    setEntered(undefined)
    if (entered === wanted && first) open(first)
  }, [entered, waiting, wanted, first, open])
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: all.length - 1 }[event.key]
    if (step !== undefined && all.length) {
      event.preventDefault()
      setMarked({ wanted, at: (at + step) % all.length })
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    const isChosen = marked.wanted === wanted && marked.at > 0
    const chosen = all[at]
    if (chosen && (!waiting || isChosen)) return open(chosen)
    setEntered(wanted)
    hurry()
  }
  return { at, press }
}
