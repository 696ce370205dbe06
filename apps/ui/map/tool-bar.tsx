import {
  AreaChartOutlined,
  BorderOuterOutlined,
  ColumnWidthOutlined,
  HistoryOutlined,
  InfoCircleOutlined,
  PrinterOutlined,
  RadiusSettingOutlined,
  SwapOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTexts } from '../i18n/use-texts.ts'

export type Tool = 'identify' | 'identifyBox' | 'identifyPolygon' | 'length' | 'area' | 'asOf' | 'compare' | 'print'

const ICONS: Record<Tool, ReactNode> = {
  identify: <InfoCircleOutlined />,
  identifyBox: <BorderOuterOutlined />,
  identifyPolygon: <RadiusSettingOutlined />,
  length: <ColumnWidthOutlined />,
  area: <AreaChartOutlined />,
  asOf: <HistoryOutlined />,
  compare: <SwapOutlined />,
  print: <PrinterOutlined />,
}

type Props = { groups: readonly (readonly Tool[])[]; active: Tool | null; onChange: (tool: Tool | null) => void }

/** One tool at a time; pressed again it is put away. */
export function ToolBar({ groups, active, onChange }: Props) {
  const { t } = useTexts()
  return (
    <div className="map-card map-tools" role="toolbar" aria-label={t('map.label')}>
      {groups.map((tools, index) => (
        <span key={tools[0]} style={{ display: 'contents' }}>
          {index > 0 && <span className="map-tools-gap" />}
          {tools.map((tool) => (
            <button
              key={tool}
              type="button"
              className="map-tool"
              aria-pressed={active === tool}
              aria-label={t(`map.tool.${tool}`)}
              title={t(`map.tool.${tool}`)}
              onClick={() => onChange(active === tool ? null : tool)}
            >
              {ICONS[tool]}
            </button>
          ))}
        </span>
      ))}
    </div>
  )
}
