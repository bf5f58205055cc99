import { useId, type ReactNode } from 'react'
import type { Tone } from './tone.js'

interface CardProps {
  title: ReactNode
  action?: ReactNode
  children: ReactNode
}

/** A titled part of a page. */
export function Card({ title, action, children }: CardProps) {
  const id = useId()
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}

/** A short state in a few words. */
export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={tone === 'plain' ? 'chip' : `chip chip-${tone}`}>{children}</span>
}

interface NoticeProps {
  tone?: 'info' | 'warn' | 'bad' | 'good'
  title: ReactNode
  children?: ReactNode
}

/** Something to know now; read aloud when it appears. */
export function Notice({ tone = 'info', title, children }: NoticeProps) {
  return (
    <div
      className={tone === 'info' ? 'notice' : `notice notice-${tone}`}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <strong>{title}</strong>
      {children}
    </div>
  )
}

/** A term and what it is, in a list of facts. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
