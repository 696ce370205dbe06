import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { TableFilter } from '../../../../apps/ui/table/column.ts'
import { useAreas } from '../../../../apps/ui/use-areas.ts'
import { clueStates, conclusions } from '../../schema.ts'

/** In the address under these names. */
export const filterNames = ['text', 'batchId', 'conclusion', 'tag', 'area', 'state']

/** What rules/tags.ts may write. */
const TAGS = [
  '占永农',
  '占耕地',
  '占红线',
  '未批先用',
  '批准已失效',
  '与批准用途不符',
  '部分已批',
  '已批',
  '执法在办',
  '已调查',
  '管理范围外',
]

const TOWN_CODE_LENGTH = 9

export function useFilters(): TableFilter[] {
  const { t } = useTexts()
  const batches = useAsk('landuse.batch.list', { page: 1, pageSize: 100 })
  const towns = useAreas().filter(({ code }) => code.length === TOWN_CODE_LENGTH)
  return [
    { name: 'text', label: t('landuse.screening.search'), kind: 'text', width: 150 },
    {
      name: 'batchId',
      label: t('landuse.batch.number'),
      kind: 'choice',
      width: 124,
      options: (batches.data?.rows ?? []).map(({ id, number }) => ({ value: id, label: number })),
    },
    {
      name: 'conclusion',
      label: t('landuse.conclusion'),
      kind: 'choice',
      width: 112,
      options: conclusions.map((value) => ({ value, label: t(`landuse.conclusion.${value}`) })),
    },
    {
      name: 'tag',
      label: t('landuse.clue.tags'),
      kind: 'choice',
      options: TAGS.map((value) => ({ value, label: t(`landuse.tag.${value}`) })),
    },
    {
      name: 'area',
      label: t('landuse.clue.area'),
      kind: 'choice',
      width: 112,
      options: towns.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'state',
      label: t('landuse.clue.state'),
      kind: 'choice',
      width: 92,
      options: clueStates.map((value) => ({ value, label: t(`landuse.clueState.${value}`) })),
    },
  ]
}
