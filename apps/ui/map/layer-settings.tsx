import { AimOutlined, ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Slider } from 'antd'
import { useTexts } from '../i18n/use-texts.ts'
import { type LayerChoice, moved } from './layer-choice.ts'
import type { LayerInfo } from './layer-info.ts'
import type { MapHandle } from './map-handle.ts'

type Props = {
  layer: LayerInfo
  names: string[]
  choice: LayerChoice
  onChange: (choice: LayerChoice) => void
  handle: MapHandle | null
}

/** Opacity, place in the order, and the way to the layer. */
export function LayerSettings({ layer: { name, box }, names, choice, onChange, handle }: Props) {
  const { t } = useTexts()
  const opacity = Math.round((choice.opacity[name] ?? 1) * 100)
  const at = names.indexOf(name)
  const set = (percent: number) => onChange({ ...choice, opacity: { ...choice.opacity, [name]: percent / 100 } })
  return (
    <div className="layer-settings">
      <Slider
        min={0}
        max={100}
        step={5}
        value={opacity}
        onChange={set}
        tooltip={{ formatter: (value) => `${t('map.layer.opacity')} ${value}%` }}
        aria-label={t('map.layer.opacity')}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowUpOutlined />}
        disabled={at === 0}
        title={t('map.layer.up')}
        aria-label={t('map.layer.up')}
        onClick={() => onChange(moved(choice, names, name, -1))}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowDownOutlined />}
        disabled={at === names.length - 1}
        title={t('map.layer.down')}
        aria-label={t('map.layer.down')}
        onClick={() => onChange(moved(choice, names, name, 1))}
      />
      <Button
        size="small"
        type="text"
        icon={<AimOutlined />}
        disabled={!box}
        title={t('map.layer.fit')}
        aria-label={t('map.layer.fit')}
        onClick={() => box && handle?.fit(box)}
      />
    </div>
  )
}
