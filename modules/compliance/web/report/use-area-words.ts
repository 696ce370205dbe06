import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import { landuseRows } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import { qsxz } from '../../../../kernel/layers/codes/qsxz.ts'
import type { ReportView } from '../answers.ts'

type Key = ReportView['areas'][number]['key']

const classes = new Map(landuseRows.map(([code, , , zh, en]) => [code, { zh, en }]))
const ownerships = new Map(qsxz.codes.map(({ code, zh, en }) => [code, { zh, en }]))
const VILLAGE = 12

/** The values of a row of the area tables in words: what it is and where, and whose. */
export function useAreaWords() {
  const { language } = useTexts()
  const nameOf = useAreaNames()
  const wordOf = (field: string, value: string) => {
    if (field === 'DLBM') return `${classes.get(value)?.[language] ?? ''} ${value}`.trim()
    if (field === 'QSXZ') return ownerships.get(value)?.[language] ?? value
    return field === 'ZLDWDM' ? nameOf(value.slice(0, VILLAGE)) : value
  }
  const filled = (key: Key) =>
    Object.entries(key).flatMap(([field, value]) => (value === null ? [] : [[field, String(value)] as const]))
  return {
    what: (key: Key) =>
      filled(key)
        .filter(([field]) => !['QSDWMC', 'SYDW', 'ZT', 'AJZT'].includes(field))
        .map(([field, value]) => wordOf(field, value))
        .join(' · '),
    owner: (key: Key) => String(key.QSDWMC ?? key.SYDW ?? ''),
  }
}
