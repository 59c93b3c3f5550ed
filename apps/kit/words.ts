import { createContext, useContext } from 'react'

export type Lang = 'ja' | 'en'
/** A name in both languages, as the API gives it. */
export type Text = { ja: string; en: string }

type Word = string | ((...values: never[]) => string)
type English<T extends Record<string, Word>> = { [K in keyof T]: T[K] extends string ? string : T[K] }

/** A face's words. A key without English does not compile. */
export function dictionary<T extends Record<string, Word>>(ja: T, en: English<T>): (lang: Lang) => English<T> {
  return (lang) => (lang === 'ja' ? (ja as English<T>) : en)
}

const LangContext = createContext<Lang>('ja')
export const LangProvider = LangContext.Provider

/** The language this page is shown in. */
export function useLang(): Lang {
  return useContext(LangContext)
}

/** The side of a two-language name that this page shows. */
export function useText(): (text: Text) => string {
  const lang = useLang()
  return (text) => text[lang] || text.ja
}

/** Reads the language cookie; Japanese unless English was chosen. */
export function langOf(cookie: string | null | undefined): Lang {
  return /(?:^|;\s*)engawa_lang=en(?:;|$)/.test(cookie ?? '') ? 'en' : 'ja'
}

/** Remembers the language for a year and shows the page again in it. */
export function chooseLang(lang: Lang): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server renders by this cookie; the Cookie Store API is not in every browser we serve
  document.cookie = `engawa_lang=${lang}; path=/; max-age=31536000; samesite=lax`
  location.reload()
}
