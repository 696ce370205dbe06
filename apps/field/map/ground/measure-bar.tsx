import { useEffect, useState } from 'react'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { squareMetres } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { MapHandle } from '../../../ui/map/map-handle.ts'
import { measureArea, measureLine } from '../../../ui/map/measure.ts'
import { SketchShape } from '../../../ui/map/sketch-shape.tsx'
import { mu } from './area-line.tsx'

/** Length along the taps, and the area they go round (m², 亩). */
export function MeasureBar({ handle, onClose }: { handle: MapHandle; onClose: () => void }) {
  const { t } = useTexts()
  const [points, setPoints] = useState<Position[]>([])
  useEffect(() => {
    const add = ({ lngLat }: { lngLat: { lng: number; lat: number } }) =>
      setPoints((before) => [...before, [lngLat.lng, lngLat.lat]])
    handle.map.on('click', add)
    return () => void handle.map.off('click', add)
  }, [handle])
  const { ellipsoidal, perimeter } = measureArea(points)
  return (
    <>
      {points.length > 0 && <SketchShape handle={handle} kind="polygon" points={points} />}
      <section className="measure-bar" aria-label={t('field.measure')}>
        <p role="status">
          {points.length < 2 && t('field.measure.hint')}
          {points.length >= 2 && (
            <strong>{t('field.measure.length', { length: measureLine(points).geodesic.toFixed(1) })}</strong>
          )}
          {points.length > 2 && (
            <span>
              {' '}
              {squareMetres(ellipsoidal)} m² · {t('field.mu', { area: mu(ellipsoidal) })} ·{' '}
              {t('field.area.perimeter', { length: perimeter.toFixed(1) })}
            </span>
          )}
        </p>
        <button
          type="button"
          className="button-small"
          disabled={points.length === 0}
          onClick={() => setPoints(points.slice(0, -1))}
        >
          {t('field.draw.tool.unpoint')}
        </button>
        <button type="button" className="button-small" onClick={onClose}>
          {t('common.close')}
        </button>
      </section>
    </>
  )
}
