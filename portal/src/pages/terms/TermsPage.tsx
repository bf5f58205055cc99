import { useEffect } from 'react'
import { Card } from '../../ui/Card.js'
import { Page } from '../../ui/Page.js'
import { termsPage as words } from '../../words/terms.js'
import { RateLine } from '../disputes/RateLine.js'

/** The terms of use; a part of them is reached by its name, as `/terms#disputes`. */
export function TermsPage() {
  useEffect(() => {
    const { hash } = window.location
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [])
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      {words.parts.map(({ id, title, points }) => (
        <div key={id} id={id} className="anchor">
          <Card title={title}>
            <ul className="points">
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
            {id === 'disputes' && <RateLine />}
          </Card>
        </div>
      ))}
    </Page>
  )
}
