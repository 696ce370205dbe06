import { useCallback, useState } from 'react'
import type { Position } from '../../../kernel/geometry/types.ts'
import { AreaText } from '../components/area-text.tsx'
import { hectares, metres, mu } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import type { MapHandle } from './map-handle.ts'
import { measureArea, measureLine } from './measure.ts'
import { Sketch } from './sketch.tsx'

/** Lengths and areas, on the plane and on the ellipsoid: they are different numbers and are named. */
export function MeasureTool({ handle, kind }: { handle: MapHandle; kind: 'line' | 'polygon' }) {
  const { t } = useTexts()
  const [points, setPoints] = useState<Position[]>([])
  const keep = useCallback((drawn: Position[]) => setPoints(drawn), [])
  return (
    <>
      <Sketch key={kind} handle={handle} kind={kind} onChange={keep} />
      <div className="map-card measure" role="status">
        {points.length < 2 ? (
          <span className="quiet">{t('map.measure.hint')}</span>
        ) : kind === 'line' ? (
          <Lengths points={points} />
        ) : (
          <Areas points={points} />
        )}
      </div>
    </>
  )
}

function Lengths({ points }: { points: Position[] }) {
  const { t } = useTexts()
  const { planar, geodesic } = measureLine(points)
  return (
    <>
      <Line name={t('map.measure.planarLength')} value={`${metres(planar)} m`} />
      <Line name={t('map.measure.geodesicLength')} value={`${metres(geodesic)} m`} />
    </>
  )
}

function Areas({ points }: { points: Position[] }) {
  const { t } = useTexts()
  const { planar, ellipsoidal, perimeter } = measureArea(points)
  return (
    <>
      <div className="measure-line">
        <span>{t('area.ellipsoidal')}</span>
        <AreaText area={ellipsoidal} method="ellipsoidal" />
      </div>
      <div className="measure-line">
        <span>{t('area.planar')}</span>
        <AreaText area={planar} method="planar" />
      </div>
      <Line name="" value={`${hectares(ellipsoidal)} ${t('common.hectares')} · ${mu(ellipsoidal)} ${t('common.mu')}`} />
      <Line name={t('map.measure.perimeter')} value={`${metres(perimeter)} m`} />
    </>
  )
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <div className="measure-line">
    <span>{name}</span>
    <span className="number">{value}</span>
  </div>
)
