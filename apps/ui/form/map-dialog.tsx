import { DeleteOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import type { Geometry } from 'geojson'
import { useCallback, useEffect, useState } from 'react'
import type { Drawn, MapField } from '../../../kernel/forms/definition.ts'
import { checkDrawn, drawnOf, measured } from '../../../kernel/forms/map-value.ts'
import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'
import { RefusalNotice } from '../components/refusal-notice.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import { MapCanvas } from '../map/map-canvas.tsx'
import { boxOf, collection, type MapHandle } from '../map/map-handle.ts'
import type { Overlay } from '../map/overlay.ts'
import { Sketch } from '../map/sketch.tsx'
import { StatusBar } from '../map/status-bar.tsx'
import { useLayerChoice } from '../map/use-layer-choice.ts'
import { useLayers } from '../map/use-layers.ts'
import { CoordinateEntry } from './coordinate-entry.tsx'
import { DrawnText } from './drawn-text.tsx'

type Props = {
  field: MapField
  drawn: Drawn | undefined
  scope: MultiPolygon | undefined
  /** Nothing handed over: what was there stays; null: nothing is drawn any more. */
  onClose: (drawn?: Drawn | null) => void
}
type Shapes = Drawn['coordinates'][number][]

/** The map for drawing: the case's scope in red, what is drawn in blue; faults are told before it is taken over. */
export default function MapDialog({ field, drawn, scope, onClose }: Props) {
  const { t, words } = useTexts()
  const { data, error } = useLayers()
  const [choice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [shapes, setShapes] = useState<Shapes>(drawn?.coordinates ?? [])
  useFirstView(handle, drawn, scope)
  const add = useCallback((shape: Shapes[number]) => setShapes((before) => [...before, shape]), [])
  const onSketch = useCallback(
    (points: Position[], isDone: boolean) => isDone && add(shapeOf(field.shape, points)),
    [add, field.shape],
  )
  const isFull = field.max !== undefined && shapes.length >= field.max
  const value = shapes.length === 0 ? null : (measured(field, drawnOf(field.shape, shapes)) as Drawn)
  const fault = value && checkDrawn({ ...field, min: 0 }, value, scope)
  return (
    <Modal
      open
      width="min(1080px, 96vw)"
      title={words(field.title)}
      keyboard={false}
      mask={{ closable: false }}
      okText={t('form.map.take')}
      okButtonProps={{ disabled: fault !== undefined && fault !== null }}
      onOk={() => onClose(value)}
      onCancel={() => onClose()}
    >
      <RefusalNotice error={error} />
      <div className="form-map">
        <div className="form-map-ground">
          {data && (
            <MapCanvas
              layers={data.rows}
              choice={choice}
              overlays={overlaysOf(scope, value)}
              onReady={setHandle}
              {...(field.shape === 'point' && !isFull && { onClick: ([x, y]: Position) => add([x, y] as never) })}
            >
              {handle && field.shape !== 'point' && !isFull && (
                <Sketch key={shapes.length} handle={handle} kind={field.shape} onChange={onSketch} />
              )}
              <StatusBar handle={handle} />
            </MapCanvas>
          )}
        </div>
        <aside className="form-map-side">
          <p className="quiet">{t(`form.map.hint.${field.shape}`)}</p>
          {field.within && <p className="quiet">{t(scope ? 'form.map.within' : 'form.map.within.unknown')}</p>}
          <ul className="ring-list">
            {shapes.map((shape, index) => (
              <li key={String(shape)}>
                {t(`form.map.one.${field.shape}`, { number: index + 1 })}
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('form.map.remove', { number: index + 1 })}
                  onClick={() => setShapes(shapes.toSpliced(index, 1))}
                />
              </li>
            ))}
          </ul>
          <CoordinateEntry shape={field.shape} isFull={isFull} onAdd={(points) => add(shapeOf(field.shape, points))} />
          {value && <DrawnText value={value} />}
          {fault && (
            <div className="form-issue" role="alert">
              {t(fault.code, fault.params)}
            </div>
          )}
        </aside>
      </div>
    </Modal>
  )
}

/** Closed where it is an area. */
function shapeOf(shape: MapField['shape'], points: Position[]): Shapes[number] {
  if (shape === 'polygon') return [[...points, points[0]!]] as never
  return (shape === 'point' ? points[0]! : points) as never
}

function useFirstView(handle: MapHandle | null, drawn: Drawn | undefined, scope: MultiPolygon | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the map opens
  useEffect(() => {
    const seen = drawn ?? (scope && ({ type: 'MultiPolygon', coordinates: scope } as const))
    const box = seen && boxOf(geometryOf(seen))
    if (handle && box) handle.fit(box)
  }, [handle])
}

const geometryOf = ({ type, coordinates }: Pick<Drawn, 'type' | 'coordinates'>) => ({ type, coordinates }) as Geometry

function overlaysOf(scope: MultiPolygon | undefined, value: Drawn | null): Overlay[] {
  const one = (id: string, tone: Overlay['tone'], geometry: Geometry): Overlay => ({
    id,
    tone,
    data: collection([{ geometry }]),
  })
  return [
    ...(scope ? [one('scope', 'range', { type: 'MultiPolygon', coordinates: scope })] : []),
    ...(value ? [one('drawn', 'selection', geometryOf(value))] : []),
  ]
}
