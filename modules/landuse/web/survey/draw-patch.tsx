import { Button } from 'antd'
import { useCallback, useRef } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { Sketch } from '../../../../apps/ui/map/sketch.tsx'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { OnMap } from '../common/on-map.tsx'

type Props = { map: MapHandle; onDrawn: (geometry: MultiPolygon) => void; onCancel: () => void }

/** Draws a new patch on the map point by point. */
export function DrawPatch({ map, onDrawn, onCancel }: Props) {
  const { t } = useTexts()
  const latest = useRef(onDrawn)
  latest.current = onDrawn
  const take = useCallback((points: Position[], isDone: boolean) => {
    if (isDone) latest.current([[[...points, points[0]!]]])
  }, [])
  return (
    <OnMap map={map}>
      <Sketch handle={map} kind="polygon" onChange={take} />
      <div className="map-card map-banner">
        {t('map.measure.hint')}
        <Button size="small" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </OnMap>
  )
}
