import './drawing.css'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Box, MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { areaToDegrees, placeToDegrees, placeToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { collection, type MapHandle } from '../../../ui/map/map-handle.ts'
import { MapMarker } from '../../../ui/map/map-marker.tsx'
import type { Overlay } from '../../../ui/map/overlay.ts'
import { usePlace } from '../../device/use-place.ts'
import { FieldMap } from '../canvas/field-map.tsx'
import { MapButtons } from '../canvas/map-buttons.tsx'
import { useFieldChoice } from '../canvas/use-field-choice.ts'
import { useFieldLayers } from '../canvas/use-field-layers.ts'
import { usePackages } from '../canvas/use-packages.ts'
import type { Tool } from './after-act.ts'
import { BoardShapes } from './board-shapes.tsx'
import type { Sheet } from './rules/sheet.ts'
import { metresPerPixel, SNAP_PIXELS, type Snap } from './rules/snap.ts'
import { walkOn } from './rules/walk.ts'
import { ToolPanel } from './tool-panel.tsx'
import { useDrawing } from './use-drawing.ts'
import { useSnapGround } from './use-snap-ground.ts'

type Props = {
  person: string
  first: Sheet
  tool?: Tool
  isSingle?: boolean
  start: Box | null
  /** After every step: what a crash must not take along. */
  onStep?: (sheet: Sheet) => void
  /** The button that ends it. */
  done: (sheet: Sheet) => ReactNode
  title: string
  onCancel: () => void
}

/** 勾画: a map to draw on with one hand. The cross hair in the middle is what is aimed with; a tap puts a corner too. */
export function DrawingBoard({
  person,
  first,
  tool = 'choose',
  isSingle = false,
  start,
  onStep,
  done,
  title,
  onCancel,
}: Props) {
  const { t } = useTexts()
  const { drawing, act } = useDrawing(first, tool)
  const { kept, edition } = usePackages(person)
  const layers = useFieldLayers(person, kept)
  const [choice, setChoice] = useFieldChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const { place } = usePlace()
  const sheet = drawing.history.now
  const given = useMemo(
    () => [...(sheet.range ? [sheet.range] : []), ...sheet.shapes.map(({ geometry }) => geometry)],
    [sheet],
  )
  const ground = useSnapGround(handle, given, edition)
  const snap = (at: Position): Snap => ground.snap(at, SNAP_PIXELS * (handle ? metresPerPixel(handle.map.getZoom(), handle.map.getCenter().lat) : 1)) // biome-ignore format: one row
  const isDrawing = drawing.tool !== 'choose'
  const middle = useMiddle(isDrawing && drawing.tool !== 'walk' ? handle : null)
  const aim = middle && snap(middle)
  const [tappedAt, setTappedAt] = useState<Snap | null>(null)
  // What a tap has just put down is shown until the map is moved to aim again.
  const shownAim = tappedAt && drawing.line.at(-1) === tappedAt.at ? tappedAt : aim
  useEffect(() => {
    const aimAgain = () => setTappedAt(null)
    handle?.map.on('dragstart', aimAgain)
    return () => void handle?.map.off('dragstart', aimAgain)
  }, [handle])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a step of the sheet is worth keeping
  useEffect(() => {
    if (sheet !== first) onStep?.(sheet)
  }, [sheet])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every fix is taken once
  useEffect(() => {
    if (drawing.tool !== 'walk' || !place) return
    const { line, refused } = walkOn(drawing.line, { at: placeToPlane(place.position), accuracy: place.accuracy })
    if (refused)
      act({
        type: 'say',
        said: { key: 'field.draw.inaccurate', params: { accuracy: place.accuracy.toFixed(0) }, isRefusal: true },
      })
    else if (line.length > drawing.line.length) act({ type: 'line', line })
  }, [place, drawing.tool])
  const overlays = useMemo(() => rangeOverlay(sheet.range), [sheet.range])
  const tapped = ([lng, lat]: Position) => {
    const at = placeToPlane([lng, lat])
    if (drawing.tool === 'choose') act({ type: 'select', at })
    else if (drawing.tool !== 'walk') {
      const snapped = snap(at)
      setTappedAt(snapped)
      act({ type: 'point', at: snapped.at })
    }
  }
  return (
    <div className="board">
      <header className="board-head">
        <button type="button" className="top-back" aria-label={t('common.back')} onClick={onCancel}>
          ‹
        </button>
        <h1>{title}</h1>
      </header>
      <div className="board-map">
        <FieldMap
          layers={layers}
          choice={choice}
          edition={edition}
          overlays={overlays}
          start={start}
          onClick={tapped}
          onReady={setHandle}
        >
          {handle && (
            <BoardShapes
              {...{
                handle,
                shapes: sheet.shapes,
                selected: isDrawing ? [] : drawing.selected,
                line: drawing.line,
                aim: shownAim,
                snap,
              }}
              isArea={drawing.tool !== 'split'}
              onMoveCorner={(from, to) => act({ type: 'moveCorner', from, to })}
              onAddCorner={(a, b, at) => act({ type: 'addCorner', a, b, at })}
              onRemoveCorner={(at) => act({ type: 'removeCorner', at })}
            />
          )}
          {handle && place && (
            <MapMarker handle={handle} at={place.position}>
              <span className="me" role="img" aria-label={t('field.me')} />
            </MapMarker>
          )}
          {isDrawing && drawing.tool !== 'walk' && <span className="cross-hair" aria-hidden />}
          {handle && <MapButtons handle={handle} place={place} choice={choice} onChoice={setChoice} home={start} />}
        </FieldMap>
      </div>
      <ToolPanel
        drawing={drawing}
        act={act}
        aim={aim}
        shownAim={shownAim}
        isSingle={isSingle}
        accuracy={place?.accuracy ?? null}
        done={done(sheet)}
        onTyped={(at) => {
          act({ type: 'point', at })
          showPlace(handle, at)
        }}
      />
    </div>
  )
}

/** What was typed is seen: the map goes there when it shows somewhere else. */
function showPlace(handle: MapHandle | null, at: Position): void {
  const [lng, lat] = placeToDegrees(at)
  if (handle && !handle.map.getBounds().contains([lng, lat])) handle.map.easeTo({ center: [lng, lat] })
}

function rangeOverlay(range: MultiPolygon | null): Overlay[] {
  if (!range) return []
  return [
    {
      id: 'range',
      tone: 'range',
      data: collection([{ geometry: { type: 'MultiPolygon', coordinates: areaToDegrees(range) } }]),
    },
  ]
}

/** The place under the cross hair, metres. */
function useMiddle(handle: MapHandle | null): Position | null {
  const [middle, setMiddle] = useState<Position | null>(null)
  useEffect(() => {
    if (!handle) return setMiddle(null)
    const look = () => {
      const { lng, lat } = handle.map.getCenter()
      setMiddle(placeToPlane([lng, lat]))
    }
    look()
    handle.map.on('move', look)
    return () => void handle.map.off('move', look)
  }, [handle])
  return middle
}
