import { DownOutlined, EllipsisOutlined, RightOutlined } from '@ant-design/icons'
import { Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { count } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { isPhone } from '../use-is-phone.ts'
import { type Imagery, inDrawingOrder, type LayerChoice, toggled } from './layer-choice.ts'
import { GROUPS, type LayerInfo } from './layer-info.ts'
import { LayerSettings } from './layer-settings.tsx'
import type { MapHandle } from './map-handle.ts'

type Props = {
  layers: readonly LayerInfo[]
  choice: LayerChoice
  onChange: (choice: LayerChoice) => void
  handle: MapHandle | null
  /** Begins closed where the map is small. */
  isFolded?: boolean
  /** The page itself decides on the picture below. */
  withoutImagery?: boolean
}

const IMAGERY: Imagery[] = ['none', 'before', 'after']

/** The layers by group, top of the map first, each with its look, its opacity and its place in the order. */
export function LayerTree({ layers, choice, onChange, handle, isFolded = false, withoutImagery }: Props) {
  const { t } = useTexts()
  const [isOpen, setOpen] = useState(() => !isFolded && !isPhone())
  const ordered = inDrawingOrder(layers, choice.order)
  return (
    <section className="map-card map-layers" aria-label={t('map.layers')}>
      <button type="button" className="map-card-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('map.layers')}
        {isOpen ? <DownOutlined /> : <RightOutlined />}
      </button>
      {isOpen && (
        <div className="map-card-body">
          {!withoutImagery && (
            <>
              <div className="layer-group">{t('map.imagery')}</div>
              <Radio.Group
                size="small"
                optionType="button"
                value={choice.imagery}
                onChange={(event) => onChange({ ...choice, imagery: event.target.value as Imagery })}
                options={IMAGERY.map((value) => ({ value, label: t(`map.imagery.${value}`) }))}
              />
            </>
          )}
          {GROUPS.map((group) => {
            const own = ordered.filter((layer) => layer.group === group)
            return (
              own.length > 0 && (
                <div key={group}>
                  <div className="layer-group">{t(`map.group.${group}`)}</div>
                  {own.map((layer) => (
                    <LayerRow
                      key={layer.name}
                      layer={layer}
                      names={own.map(({ name }) => name)}
                      choice={choice}
                      onChange={onChange}
                      handle={handle}
                    />
                  ))}
                </div>
              )
            )
          })}
        </div>
      )}
    </section>
  )
}

type RowProps = {
  layer: LayerInfo
  names: string[]
  choice: LayerChoice
  onChange: (choice: LayerChoice) => void
  handle: MapHandle | null
}

function LayerRow({ layer, names, choice, onChange, handle }: RowProps) {
  const { t, words } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const { name, title, style } = layer
  const fill = style.fillOpacity > 0 ? (style.stops[0]?.color ?? style.fill) : 'transparent'
  return (
    <>
      <div className="layer-row">
        <Checkbox
          checked={choice.shown.includes(name)}
          onChange={() => onChange(toggled(choice, name))}
          title={count(layer.count)}
        >
          {words(title)}
        </Checkbox>
        <button
          type="button"
          className="layer-more"
          aria-expanded={isOpen}
          aria-label={t('map.layer.settings', { layer: words(title) })}
          onClick={() => setOpen(!isOpen)}
        >
          <EllipsisOutlined />
        </button>
        <span className="layer-swatch" style={{ background: fill, borderColor: style.outline.color }} aria-hidden />
      </div>
      {isOpen && <LayerSettings layer={layer} names={names} choice={choice} onChange={onChange} handle={handle} />}
    </>
  )
}
