import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Note } from '../../schema.ts'

/** What is to be said of a row or a delivery, in the reader's words; a code without a sentence shows itself. */
export function useNotes() {
  const { t, has } = useTexts()
  const sentence = ({ code, params }: Note) => (has(code) ? t(code, params) : code)
  /** The same thing said eight times is said once, with the number. */
  const folded = (notes: readonly Note[]) =>
    [...Map.groupBy(notes, sentence)].map(([said, { length }]) => (length > 1 ? `${said} ×${length}` : said))
  return { sentence, folded, sentences: (notes: readonly Note[]) => folded(notes).join(' ') }
}
