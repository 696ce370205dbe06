import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

export const FONT = { fontFamily: "'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif", color: '#38475a' }
/** The colours of the lamps everywhere (states.css). */
export const LAMPS = { red: '#d63a32', yellow: '#e2a000', green: '#2aa15a', grey: '#a3adb8' } as const

type Props = { option: EChartsCoreOption; label: string; height: number; onClick?: (index: number) => void }

/** A chart that follows the size of its ground. Its words are in `label` and in the table beside it. */
export function Chart({ option, label, height, onClick }: Props) {
  const ground = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const click = useRef(onClick)
  click.current = onClick
  useEffect(() => {
    const made = init(ground.current!)
    chart.current = made
    made.on('click', ({ dataIndex }) => click.current?.(dataIndex as number))
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(ground.current!)
    return () => {
      watch.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option])
  return <div ref={ground} className="supervision-chart" style={{ height }} role="img" aria-label={label} />
}
