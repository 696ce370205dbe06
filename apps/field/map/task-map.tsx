import './map.css'
import { useMemo, useState } from 'react'
import { landuseSurvey3 } from '../../../kernel/layers/codes/landuse-survey3.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { LayerChoice } from '../../ui/map/layer-choice.ts'
import { MapCanvas } from '../../ui/map/map-canvas.tsx'
import { boxOf, collection, type MapHandle } from '../../ui/map/map-handle.ts'
import { MapMarker } from '../../ui/map/map-marker.tsx'
import { openAt } from '../../ui/map/open-at.ts'
import type { Overlay } from '../../ui/map/overlay.ts'
import { usePlace } from '../device/use-place.ts'
import type { TaskPackage } from '../store/answers.ts'
import type { TaskWork } from '../store/use-task-work.ts'

const NO_LAYERS: [] = []
const choiceOf = (imagery: LayerChoice['imagery']): LayerChoice => ({ shown: [], opacity: {}, order: [], imagery })

/** The range over the newest picture, the base map around it from the package, own place, and the photos with their direction. */
export function TaskMap({ work }: { work: TaskWork }) {
  const { t } = useTexts()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [imagery, setImagery] = useState<'before' | 'after'>('after')
  const { place } = usePlace()
  const pack = work.task.package!
  const overlays = useMemo(() => overlaysOf(pack), [pack])
  const choice = useMemo(() => choiceOf(imagery), [imagery])
  useState(() => openAt(boxOf({ type: 'MultiPolygon', coordinates: pack.range })!))
  return (
    <main className="task-map">
      <MapCanvas layers={NO_LAYERS} choice={choice} overlays={overlays} onReady={setHandle}>
        {handle &&
          work.photos.map(
            ({ digest, position, azimuth }) =>
              position && (
                <MapMarker key={digest} handle={handle} at={position} azimuth={azimuth ?? 0}>
                  <span className="arrow" role="img" aria-label={t('field.photo')} />
                </MapMarker>
              ),
          )}
        {handle && place && (
          <MapMarker handle={handle} at={place.position}>
            <span className="me" role="img" aria-label={t('field.me')} />
          </MapMarker>
        )}
        <div className="map-buttons">
          <button
            type="button"
            className="button-small"
            onClick={() => setImagery(imagery === 'after' ? 'before' : 'after')}
          >
            {t(`landuse.imagery.${imagery}`)}
          </button>
          <button
            type="button"
            className="button-small"
            disabled={!place}
            onClick={() => place && handle?.map.easeTo({ center: place.position, zoom: 18 })}
          >
            {t('field.me')}
          </button>
          <button
            type="button"
            className="button-small"
            onClick={() => handle?.fit(boxOf({ type: 'MultiPolygon', coordinates: pack.range })!, 18)}
          >
            {t('field.range')}
          </button>
        </div>
      </MapCanvas>
    </main>
  )
}

const className = new Map(landuseSurvey3.codes.map(({ code, zh }) => [code, zh]))

function overlaysOf({ range, layers }: TaskPackage): Overlay[] {
  const around = layers.map(
    ({ name, features }): Overlay => ({
      id: name.toLowerCase(),
      tone: name === 'DLTB' ? 'before' : name === 'YJJBNT' ? 'manual' : 'issue',
      data: collection(
        features.map(({ geometry, attributes }) => ({
          geometry: { type: 'MultiPolygon', coordinates: geometry },
          ...(attributes.DLBM ? { label: className.get(String(attributes.DLBM)) ?? String(attributes.DLBM) } : {}),
        })),
      ),
    }),
  )
  const own: Overlay = {
    id: 'range',
    tone: 'range',
    data: collection([{ geometry: { type: 'MultiPolygon', coordinates: range } }]),
  }
  return [...around, own]
}
