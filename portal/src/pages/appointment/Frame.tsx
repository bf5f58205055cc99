import type { ReactNode } from 'react'
import { Wordmark } from '../../shell/Wordmark.js'
import { Button } from '../../ui/Button.js'
import { LanguageProvider, useLanguage } from './language.js'

/** What stands around a counterpart's pages: the name and the other language. Nobody has to sign in here. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <LanguageProvider>
      <Around>{children}</Around>
    </LanguageProvider>
  )
}

function Around({ children }: { children: ReactNode }) {
  const { words, language, choose } = useLanguage()
  const other = language === 'de' ? 'en' : 'de'
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={toContent}>
        {words.skip}
      </button>
      <header className="bar">
        <div className="bar-inner row-apart">
          <span className="wordmark">
            <Wordmark />
          </span>
          <Button kind="plain" lang={other} onClick={() => choose(other)}>
            {words.otherLanguage}
          </Button>
        </div>
      </header>
      {children}
      <footer className="foot">
        <div className="foot-inner">
          <span>{words.foot}</span>
        </div>
      </footer>
    </div>
  )
}

/** A link to `#main` would take the place of the token in the address. */
function toContent(): void {
  document.querySelector<HTMLElement>('#main h1')?.focus()
}
