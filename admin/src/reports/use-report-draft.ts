import { useMemo, useRef, useState } from 'react'
import type { ReportPageFragment } from '../gen/documents.js'
import type { ReportContentInput } from '../gen/schema.js'
import { useVerb } from '../verbs/use-verb.js'

/** A figure while it is typed: its value is text until it is a number. */
export interface FigureDraft {
  name: string
  unit: string
  value: string
  points: { label: string; value: number }[]
}

export interface ItemDraft {
  text: string
  at: string | null
}

/** What somebody is writing. */
export interface ReportDraft {
  note: string
  done: ItemDraft[]
  next: ItemDraft[]
  questions: ItemDraft[]
  figures: FigureDraft[]
}

export type ItemList = 'done' | 'next' | 'questions'

/** The writing of a report: what stands there now, whether it is saved, and saving it. */
export function useReportDraft(report: ReportPageFragment) {
  const [draft, setDraft] = useState(() => draftOf(report))
  const saved = useRef(JSON.stringify(draft))
  const version = useRef(report.version)
  version.current = Math.max(version.current, report.version)
  const { run, pending, problems } = useVerb('saveReport')
  const content = useMemo(() => contentOf(draft), [draft])
  const change = (part: Partial<ReportDraft>) => setDraft((before) => ({ ...before, ...part }))
  const save = async () => {
    const now = JSON.stringify(draft)
    const answer = await run({ id: report.id, content }, version.current, { inForm: true })
    if (!answer) return false
    saved.current = now
    return true
  }
  const changed = JSON.stringify(draft) !== saved.current
  return { draft, content, change, save, pending, problems, changed }
}

function draftOf(report: ReportPageFragment): ReportDraft {
  const items = (list: { text: string; at?: string | null }[]) =>
    list.map(({ text, at }) => ({ text, at: at ?? null }))
  return {
    note: report.note,
    done: items(report.done),
    next: items(report.next),
    questions: items(report.questions),
    figures: report.figures.map(({ name, unit, value, points }) => ({
      name,
      unit,
      value: String(value),
      points: points.map((point) => ({ label: point.label, value: point.value })),
    })),
  }
}

/** A figure without a name or a number yet is not part of the report. */
function contentOf({ note, figures, ...lists }: ReportDraft): ReportContentInput {
  const items = (list: ItemDraft[]) => list.map(({ text, at }) => ({ text, at: at ?? undefined }))
  const whole = figures.filter(({ name, value }) => name.trim() && numberOf(value) !== undefined)
  return {
    note,
    done: items(lists.done),
    next: items(lists.next),
    questions: items(lists.questions),
    figures: whole.map((figure) => ({ ...figure, value: numberOf(figure.value) ?? 0 })),
  }
}

/** A number as people type it, with a point or a comma before its digits. */
export function numberOf(text: string): number | undefined {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() && Number.isFinite(value) ? value : undefined
}
