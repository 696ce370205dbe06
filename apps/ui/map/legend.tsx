import { DownOutlined, RightOutlined } from '@ant-design/icons'
import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import { isPhone } from '../use-is-phone.ts'
import { inDrawingOrder, type LayerChoice } from './layer-choice.ts'
import type { LayerInfo } from './layer-info.ts'
import type { MapHandle } from './map-handle.ts'

type Props = { layers: readonly LayerInfo[]; choice: LayerChoice; handle: MapHandle | null }

/** What the colours mean, only for what is in view: eighty classes would help nobody. Begins folded where it would hide the map. */
export function Legend({ layers, choice, handle }: Props) {
  const { t, words } = useTexts()
  const [isOpen, setOpen] = useState(() => !isPhone())
  const classed = inDrawingOrder(layers, choice.order).filter(
    ({ name, style }) => choice.shown.includes(name) && style.field && style.stops.length > 0,
  )
  const seen = useCodesInView(isOpen ? handle : null, classed)
  if (classed.length === 0) return null
  return (
    <section className="map-card map-legend" aria-label={t('map.legend')}>
      <button type="button" className="map-card-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('map.legend')}
        {isOpen ? <DownOutlined /> : <RightOutlined />}
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by the arrow keys (WCAG 2.1.1)
        // biome-ignore lint/a11y/useSemanticElements: no part of a form
        <div className="map-card-body" tabIndex={0} role="group" aria-label={t('map.legend')}>
          {classed.map((layer) => {
            const stops = layer.style.stops.filter(({ code }) => seen[layer.name]?.includes(code))
            return (
              <div key={layer.name}>
                <div className="legend-name">{words(layer.title)}</div>
                {stops.length === 0 && <div className="quiet">{t('map.legend.none')}</div>}
                {stops.map(({ code, color, label }) => (
                  <div className="legend-row" key={code}>
                    <span className="legend-swatch" style={{ background: color }} aria-hidden />
                    {words(label)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      )}
    </section>
  )
}

/** Of every layer the codes that are drawn now. */
export function useCodesInView(handle: MapHandle | null, layers: readonly LayerInfo[]): Record<string, string[]> {
  const [seen, setSeen] = useState<Record<string, string[]>>({})
  const names = layers.map(({ name }) => name).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layers are told apart by their names
  useEffect(() => {
    if (!handle) return
    const look = () => setSeen(Object.fromEntries(layers.map((layer) => [layer.name, codesInView(handle.map, layer)])))
    look()
    handle.map.on('idle', look)
    return () => {
      handle.map.off('idle', look)
    }
  }, [handle, names])
  return seen
}

function codesInView(map: MapLibre, { name, style }: LayerInfo): string[] {
  if (!map.getLayer(`${name}-fill`) || !style.field) return []
  const found = map.queryRenderedFeatures({ layers: [`${name}-fill`] })
  return [...new Set(found.map(({ properties }) => String(properties[style.field!])))]
}
