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
  return <div ref={ground} className="statistics-chart" role="img" aria-label={title} />
}

type Valued = { name: string; value: number }

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
  return {
    ...shared,
    grid: { left: 8, right: 16, top: 16, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: rows.map(({ name }) => name),
      axisLabel: { interval: 0, rotate: rows.length > 6 ? 35 : 0 },
    },
    yAxis: { type: 'value', splitLine: { lineStyle: { color: '#e6ebf1' } } },
    series: [{ type: 'bar', name: title, data: rows.map(({ value }) => value), barMaxWidth: 32 }],
  }
}
