import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { AreaText } from '../../../../apps/ui/components/area-text.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { VertexEditor } from '../../../../apps/ui/map/vertex-editor.tsx'
import type { MultiPolygon, Position, Ring } from '../../../../kernel/geometry/types.ts'
import { ClassPicker, OwnershipPicker } from '../common/class-picker.tsx'
import { OnMap } from '../common/on-map.tsx'
import { measurePatch } from './measure-patch.ts'
import type { DraftPatch } from './use-survey-draft.ts'
import { VertexTable } from './vertex-table.tsx'

type Props = {
  patch: DraftPatch
  map: MapHandle | null
  disabled: boolean
  onChange: (patch: DraftPatch) => void
  onRemove: () => void
}

/** One patch: class, owner, note, and its outline by hand on the map or by coordinates. */
export function PatchEditor({ patch, map, disabled, onChange, onRemove }: Props) {
  const { t } = useTexts()
  const [ringIndex, setRingIndex] = useState(0)
  const rings = patch.geometry.flat()
  const ring = rings[ringIndex] ?? rings[0]!
  const { ellipsoidal, planar } = measurePatch(patch.geometry)
  const changeRing = (next: Ring) => onChange({ ...patch, geometry: withRing(patch.geometry, ring, next) })
  const show = (place: Position) => map?.map.easeTo({ center: place })
  return (
    <div className="patch-editor">
      <ClassPicker
        label={t('landuse.patch.class')}
        value={patch.DLBM}
        disabled={disabled}
        onChange={(DLBM) => onChange({ ...patch, DLBM })}
      />
      <OwnershipPicker
        label={t('landuse.patch.ownership')}
        value={patch.QSXZ}
        disabled={disabled}
        onChange={(QSXZ) => onChange({ ...patch, QSXZ })}
      />
      <Input
        aria-label={t('landuse.patch.note')}
        placeholder={t('landuse.patch.note')}
        maxLength={2000}
        disabled={disabled}
        value={patch.note ?? ''}
        onChange={(event) => onChange({ ...patch, note: event.target.value || null })}
      />
      <div className="patch-areas">
        <span>
          {t('area.ellipsoidal')} <AreaText area={ellipsoidal} />
        </span>
        <span>
          {t('area.planar')} <AreaText area={planar} />
        </span>
      </div>
      {rings.length > 1 && (
        <Segmented
          size="small"
          value={ringIndex}
          onChange={setRingIndex}
          options={rings.map((_, index) => ({ value: index, label: t('landuse.patch.ring', { number: index + 1 }) }))}
        />
      )}
      <VertexTable ring={ring} disabled={disabled} onChange={changeRing} onPoint={show} />
      {!disabled && (
        <Button size="small" danger onClick={onRemove}>
          {t('landuse.patch.remove')}
        </Button>
      )}
      {map && !disabled && (
        <OnMap map={map}>
          <VertexEditor handle={map} ring={ring} onChange={changeRing} />
        </OnMap>
      )}
    </div>
  )
}

const withRing = (geometry: MultiPolygon, old: Ring, next: Ring): MultiPolygon =>
  geometry.map((polygon) => polygon.map((ring) => (ring === old ? next : ring)))
