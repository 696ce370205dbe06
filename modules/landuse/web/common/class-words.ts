import { landuseRows } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import { qsxz } from '../../../../kernel/layers/codes/qsxz.ts'

export type Language = 'zh' | 'en'

const classes = new Map(landuseRows.map(([code, , , zh, en]) => [code, { zh, en }]))
const ownerships = new Map(qsxz.codes.map(({ code, zh, en }) => [code, { zh, en }]))

/** «旱地 0103»; a code nobody knows is shown as it is. */
export function className(code: string | null | undefined, language: Language): string {
  if (!code) return '—'
  const name = classes.get(code)?.[language]
  return name ? `${name} ${code}` : code
}

export function ownershipName(code: string | null | undefined, language: Language): string {
  if (!code) return '—'
  const name = ownerships.get(code)?.[language]
  return name ? `${name} ${code}` : code
}
