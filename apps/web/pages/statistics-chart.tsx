import { BarChart, PieChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { type Counted, type Measure, useGroupName } from './statistics-table.tsx'

use([BarChart, PieChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

/** One hue and its neighbours: the map keeps the loud colours. */
const COLORS = [
  '#1459b8',
  '#5b93d6',
  '#e2a000',
  '#2aa15a',
  '#d6604d',
  '#7b8794',
  '#8e6bb5',
  '#3aa6a0',
  '#b98a5a',
  '#a3b1c2',
]
const FONT = { fontFamily: "'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif", color: '#38475a' }
const SQUARE_METRES_OF_A_HECTARE = 10_000

/** States and conclusions keep the colours they have everywhere else. */
const COLOR_OF: Record<string, string> = {
  'landuse.conclusion.lawful': '#19763d',
  'landuse.conclusion.suspect': '#c62828',
  'landuse.conclusion.manual': '#d08700',
  'landuse.conclusion.none': '#a3b1c2',
}

/** More groups than these lie on their side: their names would not fit below each other's bars. */
const MOST_UPRIGHT = 6

/** Bars, or a ring where the groups are parts of a whole. */
export default function StatisticsChart({
  rows,
  measure,
  isWhole,
}: {
  rows: Counted[]
  measure: Measure
  isWhole: boolean
}) {
  const ground = useRef<HTMLDivElement>(null)
  const nameOf = useGroupName()
  const { t } = useTexts()
  const title = t(`statistics.${measure}`)
  const valued = rows.map((row) => ({
    name: nameOf(row),
    ...(COLOR_OF[row.key] && { itemStyle: { color: COLOR_OF[row.key] } }),
    value: measure === 'count' ? row.count : Number((row.area / SQUARE_METRES_OF_A_HECTARE).toFixed(4)),
  }))
  const data = JSON.stringify(valued)
  useEffect(() => {
    const chart = init(ground.current!)
    chart.setOption(optionOf(JSON.parse(data) as Valued[], title, isWhole))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(ground.current!)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [data, title, isWhole])
  const height = isWhole ? undefined : Math.max(230, rows.length * 24 + 40)
  return <div ref={ground} className="statistics-chart" style={{ height }} role="img" aria-label={title} />
}

type Valued = { name: string; value: number; itemStyle?: { color: string } }

function optionOf(rows: Valued[], title: string, isWhole: boolean) {
  const shared = { color: COLORS, textStyle: FONT, animationDuration: 200, tooltip: { confine: true } }
  if (isWhole)
    return {
      ...shared,
      legend: { orient: 'vertical', right: 8, top: 'middle', textStyle: FONT },
      series: [
        {
          type: 'pie',
          name: title,
          radius: ['48%', '74%'],
          center: ['34%', '50%'],
          data: rows,
          label: { show: false },
        },
      ],
    }
  const names = { type: 'category', data: rows.map(({ name }) => name), axisLabel: { interval: 0 } }
  const values = { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e6ebf1' } } }
  const isLying = rows.length > MOST_UPRIGHT
  return {
    ...shared,
    grid: { left: 8, right: 24, top: 16, bottom: 4, containLabel: true },
    ...(isLying ? { xAxis: values, yAxis: { ...names, inverse: true } } : { xAxis: names, yAxis: values }),
    series: [{ type: 'bar', name: title, data: rows.map(({ value }) => value), barMaxWidth: 32 }],
  }
}
