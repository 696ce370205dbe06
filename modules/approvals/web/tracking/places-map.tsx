import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { LayerChoice } from '../../../../apps/ui/map/layer-choice.ts'
import { MapCanvas } from '../../../../apps/ui/map/map-canvas.tsx'
import { boxOf, collection, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { MapMarker } from '../../../../apps/ui/map/map-marker.tsx'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { TrackingFilter } from './use-tracking-filter.ts'

type Place = AnswerOf<'approvals.tracking.places'>['rows'][number]

const CHOICE: LayerChoice = { shown: ['XZQ'], opacity: {}, order: [], imagery: 'after' }
const NO_OVERLAYS: [] = []

/** Every application under way as a point with its lamp; a point leads to its case. */
export function PlacesMap({ filter }: { filter: TrackingFilter }) {
  const { t } = useTexts()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const layers = useLayers()
  const places = useAsk('approvals.tracking.places', filter)
  const rows = places.data?.rows
  useEffect(() => {
    const box = rows && boxOf(collection(rows.map(({ at }) => ({ geometry: { type: 'Point', coordinates: at } }))))
    if (handle && box) handle.fit(box, 14)
  }, [handle, rows])
  return (
    <section className="card tracking-map" aria-label={t('approvals.tracking.places')}>
      <MapCanvas layers={layers.data?.rows ?? NO_OVERLAYS} choice={CHOICE} overlays={NO_OVERLAYS} onReady={setHandle}>
        {handle &&
          spread(rows ?? []).map(({ id, number, title, lamp, at, translate }) => (
            <MapMarker key={id} handle={handle} at={at}>
              <Link
                {...{ to: `/cases/${id}`, title: `${number} ${title}`, style: { translate } }}
                className={`tracking-place place-${lamp}`}
              >
                <span className="visually-hidden">
                  {number} {t(`lamp.${lamp}`)}
                </span>
              </Link>
            </MapMarker>
          ))}
        <p className="tracking-legend">
          {t(places.data?.more ? 'approvals.tracking.places.more' : 'approvals.tracking.places.count', {
            count: rows?.length ?? 0,
          })}
        </p>
      </MapCanvas>
    </section>
  )
}

/** Pixels between points of the same land, and degrees (some 30 m) within which land is the same. */
const APART = 24
const SAME = 3e-4

/** Applications on the same land stand side by side: each can be seen and pressed. */
function spread(rows: readonly Place[]): (Place & { translate: string })[] {
  const taken = new Map<string, number>()
  return rows.map((row) => {
    const spot = row.at.map((degrees) => Math.round(degrees / SAME)).join()
    const before = taken.get(spot) ?? 0
    taken.set(spot, before + 1)
    return { ...row, translate: `${(before % 5) * APART}px ${Math.floor(before / 5) * APART}px` }
  })
}
