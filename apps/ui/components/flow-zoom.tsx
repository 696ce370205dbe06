import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useTexts } from '../i18n/use-texts.ts'

const STEP = 1.25
const [LEAST, MOST] = [0.5, 2.5]

type Props = { zoom: number | null; onZoom: (zoom: number | null) => void }

/** Smaller, larger, and as large as there is room (null). */
export function FlowZoom({ zoom, onZoom }: Props) {
  const { t } = useTexts()
  const by = (factor: number) => onZoom(Math.min(MOST, Math.max(LEAST, (zoom ?? 1) * factor)))
  return (
    <Space.Compact size="small" className="flow-zoom">
      <Button size="small" icon={<MinusOutlined />} aria-label={t('flow.smaller')} onClick={() => by(1 / STEP)} />
      <Button size="small" disabled={zoom === null} onClick={() => onZoom(null)}>
        {t('flow.fit')}
      </Button>
      <Button size="small" icon={<PlusOutlined />} aria-label={t('flow.larger')} onClick={() => by(STEP)} />
    </Space.Compact>
  )
}
