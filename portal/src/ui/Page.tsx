import { useEffect, useRef, type ReactNode } from 'react'
import { common } from '../words/common.js'

interface PageProps {
  title: string
  lead?: ReactNode
  action?: ReactNode
  width?: 'full' | 'narrow' | 'slim'
  children?: ReactNode
}

/** A page's frame: names the tab, and takes the focus to its heading when the reader arrives. */
export function Page({ title, lead, action, width = 'full', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${common.name}`
  }, [title])
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <main id="main" className={`page rise${width === 'full' ? '' : ` page-${width}`}`}>
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className="lead">{lead}</div>}
        </div>
        {action}
      </div>
      {children}
    </main>
  )
}
