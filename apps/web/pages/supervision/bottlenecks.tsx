import { useMemo } from 'react'
import { count } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useIsPhone } from '../../../ui/use-is-phone.ts'
import { useBusinessName } from '../use-business-name.ts'
import { Chart, FONT, LAMPS } from './chart.tsx'
import type { Overview } from './overview.ts'

type Row = Overview['bySteps'][number]
type Props = { rows: Row[]; onStep: (business: string, step: string) => void }

const MOST = 15
const ORDER = ['red', 'yellow', 'green', 'grey'] as const

/** 卡点: how much waits at each step and how much of it is late; the longest bar is where work stands still. */
export default function Bottlenecks({ rows, onStep }: Props) {
  const { t, words, language } = useTexts()
  const businessName = useBusinessName()
  const isOnPhone = useIsPhone()
  const isOne = new Set(rows.map(({ business }) => business)).size < 2
  const nameOf = (row: Row) => {
    const step = words(row.title ?? undefined) || row.step
    // Steps of two businesses may share a name.
    return isOne ? step : `${businessName(row.business)} · ${step}`
  }
  const shown = rows.slice(0, MOST)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts are those of the language
  const option = useMemo(
    () => ({
      textStyle: FONT,
      animationDuration: 200,
      grid: { left: 8, right: isOnPhone ? 28 : 130, top: 34, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 10, textStyle: FONT },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true },
      xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e6ebf1' } } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map(nameOf),
        // On a phone names take two lines, and how long a step waits is told by the list below alone.
        axisLabel: isOnPhone ? { width: 130, overflow: 'break' } : { width: 260, overflow: 'truncate' },
      },
      series: ORDER.map((lamp, at) => ({
        type: 'bar',
        stack: 'waiting',
        name: t(`lamp.${lamp}`),
        barMaxWidth: 22,
        itemStyle: { color: LAMPS[lamp] },
        data: shown.map((row) => row[lamp]),
        // At the end of the whole bar: all of it, and how long it has waited on average.
        ...(at === ORDER.length - 1 && {
          label: {
            show: true,
            position: 'right',
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const { total, days } = shown[dataIndex]!
              return isOnPhone ? count(total) : t('supervision.bar', { total: count(total), days: days.toFixed(1) })
            },
          },
        }),
      })),
    }),
    [rows, language, isOnPhone],
  )
  return (
    <Chart
      option={option}
      label={t('supervision.bottlenecks')}
      height={Math.max(160, shown.length * 30 + 50)}
      onClick={(index) => shown[index] && onStep(shown[index].business, shown[index].step)}
    />
  )
}
