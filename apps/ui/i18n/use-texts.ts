import { useTranslation } from 'react-i18next'
import type { Language } from '../format.ts'

export type Words = { zh: string; en: string }

/** Texts by key, titles that carry their own two languages, and the language itself. */
export function useTexts() {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return {
    language,
    t: (key: string, params?: Record<string, unknown>): string => t(key, params ?? {}),
    has: (key: string): boolean => i18n.exists(key),
    /** A text that is data, in the language where the program knows it (rules that came with it); else as it was written. */
    said: (text: string): string => (i18n.exists(`said.${text}`) ? t(`said.${text}`) : text),
    words: (title: Words | undefined): string => title?.[language] ?? '',
  }
}
