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
    words: (title: Words | undefined): string => title?.[language] ?? '',
  }
}
