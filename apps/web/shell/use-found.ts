import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { useAreas } from '../../ui/use-areas.ts'

export type Found = { key: string; kind: 'cases' | 'clues' | 'areas'; title: string; note: string; to: string }

const LIMIT = 8

/** What the reader may see of cases, clues and areas that match `text`; nothing below two characters. */
export function useFound(text: string): { found: Found[]; isWaiting: boolean } {
  const { has, t } = useTexts()
  const { can } = useSession()
  const long = text.length >= 2
  const cases = useAsk('casework.case.search', { text, limit: LIMIT }, { enabled: long && can('casework.case.search') })
  const clues = useAsk(
    'landuse.clue.list',
    { text, page: 1, pageSize: LIMIT },
    { enabled: long && can('landuse.clue.list') },
  )
  const areas = useAreas()
  const word = (key: string) => (has(key) ? t(key) : '')
  if (!long) return { found: [], isWaiting: false }
  return {
    isWaiting: cases.isFetching || clues.isFetching,
    found: [
      ...(cases.data?.items ?? []).map(
        ({ id, number, title }): Found => ({ key: id, kind: 'cases', title: number, note: title, to: `/cases/${id}` }),
      ),
      ...(clues.data?.rows ?? []).map(
        ({ id, number, townName, villageName, conclusion }): Found => ({
          key: id,
          kind: 'clues',
          title: number,
          note: [townName, villageName, word(`landuse.conclusion.${conclusion}`)].join(' '),
          to: `/screening?clue=${id}`,
        }),
      ),
      ...areas
        .filter(({ code, name }) => name.includes(text) || code.startsWith(text))
        .slice(0, LIMIT)
        .map(
          ({ code, name }): Found => ({ key: code, kind: 'areas', title: name, note: code, to: `/map?area=${code}` }),
        ),
    ],
  }
}
