import { useMemo } from 'react'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { Chart, FONT } from './chart.tsx'

type Row = AnswerOf<'casework.supervision.trend'>['rows'][number]

export default function TrendChart({ rows }: { rows: Row[] }) {
  const { t, language } = useTexts()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts are those of the language
  const option = useMemo(
    () => ({
      textStyle: FONT,
      animationDuration: 200,
      grid: { left: 8, right: 16, top: 34, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: FONT },
      tooltip: { trigger: 'axis', confine: true },
      xAxis: { type: 'category', boundaryGap: false, data: rows.map(({ from }) => from) },
      yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e6ebf1' } } },
      series: (['opened', 'closed'] as const).map((of) => ({
        type: 'line',
        name: t(`supervision.${of}`),
        showSymbol: rows.length < 32,
        symbolSize: 5,
        lineStyle: { width: 2 },
        itemStyle: { color: of === 'opened' ? '#1459b8' : '#19763d' },
        data: rows.map((row) => row[of]),
      })),
    }),
    [rows, language],
  )
  return <Chart option={option} label={t('supervision.trend')} height={220} />
}
