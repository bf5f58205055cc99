import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { type CounterpartLanguage, counterpartWords, languageOf } from '../../words/counterpart.js'
import type { CounterpartWords } from '../../words/counterpart-en.js'

interface Language {
  words: CounterpartWords
  /** The reader chose; it is kept on this device. */
  choose: (language: CounterpartLanguage) => void
  /** In which language we write to them: taken over where they have not chosen. */
  suggest: (tag: string) => void
  language: CounterpartLanguage
}

const KEY = 'waybill.language'
const Context = createContext<Language | null>(null)

function chosen(): CounterpartLanguage | null {
  const kept = localStorage.getItem(KEY)
  return kept === 'en' || kept === 'de' ? kept : null
}

/** Speaks to everything below in the reader's language, and says so to their browser. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => chosen() ?? languageOf(navigator.language))
  useEffect(() => {
    const before = document.documentElement.lang
    document.documentElement.lang = language
    return () => {
      document.documentElement.lang = before
    }
  }, [language])
  const value = useMemo(
    () => ({
      language,
      words: counterpartWords[language],
      choose: (next: CounterpartLanguage) => {
        localStorage.setItem(KEY, next)
        setLanguage(next)
      },
      suggest: (tag: string) => setLanguage((now) => (chosen() === null ? languageOf(tag) : now)),
    }),
    [language],
  )
  return <Context value={value}>{children}</Context>
}

/** The language that is spoken here, and how to change it. */
export function useLanguage(): Language {
  const language = useContext(Context)
  if (!language) throw new Error('No language is spoken here')
  return language
}

/** The words of that language. */
export function useWords(): CounterpartWords {
  return useLanguage().words
}
