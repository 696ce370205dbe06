import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { inDrawingOrder, type LayerChoice, toggled } from '../../../ui/map/layer-choice.ts'
import { GROUPS, type LayerInfo } from '../../../ui/map/layer-info.ts'
import type { MapHandle } from '../../../ui/map/map-handle.ts'
import { GroundSheet } from '../ground/ground-sheet.tsx'

type Props = {
  layers: readonly LayerInfo[]
  choice: LayerChoice
  onChoice: (choice: LayerChoice) => void
  handle: MapHandle
  onClose: () => void
}
const IMAGERY = ['after', 'before', 'none'] as const

/** Layers to show, the picture under them, and what their colours mean where one looks (SH131). */
export function LayerSheet({ layers, choice, onChoice, handle, onClose }: Props) {
  const { t, words } = useTexts()
  const seen = useCodesInView(handle.map, layers, choice)
  return (
    <GroundSheet title={t('map.layers')} onClose={onClose}>
      <fieldset className="chips" aria-label={t('map.imagery')}>
        <span>{t('map.imagery')}</span>
        {IMAGERY.map((imagery) => (
          <button
            key={imagery}
            type="button"
            className="chip"
            aria-pressed={choice.imagery === imagery}
            onClick={() => onChoice({ ...choice, imagery })}
          >
            {t(`map.imagery.${imagery}`)}
          </button>
        ))}
      </fieldset>
      {layers.length === 0 && <p className="nothing">{t('field.layers.nothing')}</p>}
      {GROUPS.map((group) => {
        const own = inDrawingOrder(layers, choice.order).filter((layer) => layer.group === group)
        return own.length === 0 ? null : (
          <fieldset key={group} className="field-layers">
            <legend>{t(`map.group.${group}`)}</legend>
            {own.map(({ name, title, style }) => (
              <div key={name}>
                <label className="field-layer">
                  <input
                    type="checkbox"
                    checked={choice.shown.includes(name)}
                    onChange={() => onChoice(toggled(choice, name))}
                  />
                  <span
                    className="legend-swatch"
                    style={{ background: style.fill, borderColor: style.outline.color }}
                    aria-hidden
                  />
                  {words(title)}
                </label>
                {seen[name]?.length ? (
                  <ul className="legend-rows">
                    {style.stops
                      .filter(({ code }) => seen[name]!.includes(code))
                      .map(({ code, color, label }) => (
                        <li key={code}>
                          <span className="legend-swatch" style={{ background: color }} aria-hidden />
                          {words(label)}
                        </li>
                      ))}
                  </ul>
                ) : null}
              </div>
            ))}
          </fieldset>
        )
      })}
    </GroundSheet>
  )
}

/** Of every shown layer that has classes, those that are drawn now. */
function useCodesInView(map: MapLibre, layers: readonly LayerInfo[], { shown }: LayerChoice): Record<string, string[]> {
  const [seen, setSeen] = useState<Record<string, string[]>>({})
  const names = layers.filter(({ name, style }) => shown.includes(name) && style.field).map(({ name }) => name).join() // biome-ignore format: one row
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layers are told apart by their names
  useEffect(() => {
    const look = () => setSeen(Object.fromEntries(names.split(',').map((name) => [name, codesOf(map, layers.find((each) => each.name === name))]))) // biome-ignore format: one row
    look()
    map.on('idle', look)
    return () => void map.off('idle', look)
  }, [map, names])
  return seen
}

function codesOf(map: MapLibre, layer: LayerInfo | undefined): string[] {
  if (!layer?.style.field || !map.getLayer(`${layer.name}-fill`)) return []
  const found = map.queryRenderedFeatures({ layers: [`${layer.name}-fill`] })
  return [...new Set(found.map(({ properties }) => String(properties[layer.style.field!])))]
}
