import { Type } from '@sinclair/typebox'
import { dayOf } from '../../../kernel/calendar/day.ts'
import { type Sheet, writeXlsx } from '../../../kernel/formats/write-xlsx.ts'
import { type MadeDownload, query } from '../../../kernel/http/action.ts'
import type { Figures } from './figures.ts'
import { statisticsFilter } from './filter.ts'
import { type HomesteadStatistics, statisticsOf } from './overview.ts'

/** The same numbers as a workbook: areas, steps, months. */
export const exportStatistics = query({
  name: 'ownership.homestead.export',
  bytes: true,
  input: Type.Object(statisticsFilter),
  async handle(context, filter): Promise<MadeDownload> {
    const bytes = await writeXlsx(sheetsOf(await statisticsOf(context, filter)))
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { mediaType, bytes, fileName: `宅基地任务统计 ${dayOf(context.now.getTime())}.xlsx` }
  },
})

const text = (title: string) => ({ title, type: 'text' as const })
const whole = (title: string) => ({ title, type: 'integer' as const })

const COLUMNS: [title: string, of: (figures: Figures) => number][] = [
  ['立案', ({ filed }) => filed],
  ['在办', ({ running }) => running],
  ['挂起', ({ suspended }) => suspended],
  ['超期', ({ red }) => red],
  ['临期', ({ yellow }) => yellow],
  ['已变更', ({ changed }) => changed],
  ['不予变更', ({ refused }) => refused],
  ['非正常结案', ({ irregular }) => irregular],
  ['办结', ({ closed }) => closed],
  ['按期办结', ({ onTime }) => onTime],
]

function sheetsOf({ all, byAreas, bySteps, byMonths }: HomesteadStatistics): Sheet[] {
  const mean = { title: '平均用时（日）', type: 'number' as const, decimals: 1 }
  const line = (code: string, name: string, figures: Figures) => [
    ...[code, name, ...COLUMNS.map(([, of]) => of(figures))],
    figures.meanDays,
  ]
  return [
    {
      name: '按行政区',
      columns: [text('行政区代码'), text('行政区'), ...COLUMNS.map(([title]) => whole(title)), mean],
      rows: [...byAreas.map((row) => line(row.key, row.name ?? row.key, row)), line('', '合计', all)],
    },
    {
      name: '按环节',
      columns: [text('环节'), whole('任务'), whole('超期'), { ...mean, title: '平均停留（日）' }],
      rows: bySteps.map(({ step, title, open, red, days }) => [title?.zh ?? step, open, red, days]),
    },
    {
      name: '按月份',
      columns: [text('月份'), whole('立案'), whole('办结')],
      rows: byMonths.map(({ month, filed, closed }) => [month, filed, closed]),
    },
  ]
}
