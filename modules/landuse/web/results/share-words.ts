import { squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { SharedRow } from '../answers.ts'
import { className } from '../common/class-words.ts'

type Patch = { DLBM?: string; area?: number; place?: string | null; beforeClass?: string | null }
type Payload = { patches?: Patch[]; violation?: string | null; DLBM?: string; area?: number; conclusion?: string }

/** What was told, in a line: classes and areas; the kind of violation; inside or outside what is managed. */
export function useShareWords(): (row: SharedRow) => string {
  const { t, has, language } = useTexts()
  const word = (key: string) => (has(key) ? t(key) : '')
  return ({ kind, payload }) => {
    const { patches = [], violation, DLBM, area, conclusion } = (payload ?? {}) as Payload
    const patchWords = patches.map((patch) =>
      [
        kind === 'result' && patch.beforeClass ? `${className(patch.beforeClass, language)} →` : '',
        className(patch.DLBM, language),
        patch.area === undefined ? '' : `${squareMetres(patch.area)} m²`,
        patch.place ? word(`landuse.place.${patch.place}`) : '',
      ]
        .filter(Boolean)
        .join(' '),
    )
    const own = [
      violation ? word(`landuse.violation.${violation}`) : '',
      kind === 'suspect' && DLBM ? className(DLBM, language) : '',
      kind === 'suspect' && area !== undefined ? `${squareMetres(area)} m²` : '',
      kind === 'result' && patches.length === 0 && conclusion ? word(`landuse.conclusion.${conclusion}`) : '',
    ]
    return [...own, ...patchWords].filter(Boolean).join('；')
  }
}
