import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Note } from '../../schema.ts'

/** What is to be said of a row or a delivery, in the reader's words; a code without a sentence shows itself. */
export function useNotes() {
  const { t, has } = useTexts()
  const sentence = ({ code, params }: Note) => (has(code) ? t(code, params) : code)
  return { sentence, sentences: (notes: readonly Note[]) => notes.map(sentence).join(' ') }
}
