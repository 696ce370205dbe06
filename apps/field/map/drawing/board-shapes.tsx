import { type PointerEvent, useRef, useState } from 'react'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { placeToDegrees, placeToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import type { MapHandle } from '../../../ui/map/map-handle.ts'
import { useMapMoves } from '../../../ui/map/use-map-moves.ts'
import type { Shape } from './rules/sheet.ts'
import type { Snap } from './rules/snap.ts'

type Props = {
  handle: MapHandle
  shapes: readonly Shape[]
  selected: readonly string[]
  line: readonly Position[]
  isArea: boolean
  /** where the cross hair would put a corner */
  aim: Snap | null
  snap: (place: Position) => Snap
  onMoveCorner: (from: Position, to: Position) => void
  onAddCorner: (a: Position, b: Position, at: Position) => void
  onRemoveCorner: (at: Position) => void
}

const middle = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

/** What is being drawn, over the map: plots with their numbers, corners of those taken up, the line on its way, where it would snap to. */
export function BoardShapes(props: Props) {
  const { handle, shapes, selected, line, isArea, aim } = props
  useMapMoves(handle)
  const at = (place: Position) => handle.map.project(placeToDegrees(place))
  const path = (ring: readonly Position[]) => ring.map((each) => { const { x, y } = at(each); return `${x},${y}` }).join(' ') // biome-ignore format: one row
  const aimed = aim && at(aim.at)
  const drawn = aim && line.length > 0 ? [...line, aim.at] : line
  return (
    <svg className="board-svg" aria-hidden focusable="false">
      {shapes.map(({ id, geometry }) => (
        <path
          key={id}
          className={selected.includes(id) ? 'board-plot board-plot-selected' : 'board-plot'}
          d={geometry.flat().map((ring) => `M${path(ring).replaceAll(' ', 'L')}Z`).join('')} // biome-ignore format: one row
        />
      ))}
      {drawn.length > 1 && <polyline className="board-line" points={path(isArea ? [...drawn, drawn[0]!] : drawn)} />}
      {line.map((each, k) => {
        const { x, y } = at(each)
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is known by its place in the line
        return <circle key={k} className="board-point" cx={x} cy={y} r={5} />
      })}
      {aimed && (
        <circle
          className={`board-aim board-aim-${aim.kind}`}
          cx={aimed.x}
          cy={aimed.y}
          r={aim.kind === 'free' ? 4 : 13}
        />
      )}
      {shapes
        .filter(({ id }) => selected.includes(id))
        .map((shape) => (
          <Corners key={shape.id} {...props} shape={shape} />
        ))}
    </svg>
  )
}

/** Corners to drag, and between them smaller ones that become corners; two taps take a corner away. */
function Corners({ handle, shape, snap, onMoveCorner, onAddCorner, onRemoveCorner }: Props & { shape: Shape }) {
  const [dragged, setDragged] = useState<{ from: Position; edge: Position | null; to: Snap } | null>(null)
  const lastTap = useRef(0)
  const screen = (place: Position) => handle.map.project(placeToDegrees(place))
  const placeOf = ({ clientX, clientY }: PointerEvent): Position => {
    const { left, top } = handle.map.getContainer().getBoundingClientRect()
    const { lng, lat } = handle.map.unproject([clientX - left, clientY - top])
    return placeToPlane([lng, lat])
  }
  const grab = (event: PointerEvent, from: Position, edge: Position | null) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragged({ from, edge, to: { at: edge ? middle(from, edge) : from, kind: 'free' } })
  }
  const drag = (event: PointerEvent) => dragged && setDragged({ ...dragged, to: snap(placeOf(event)) })
  const drop = () => {
    if (!dragged) return
    const { from, edge, to } = dragged
    const start = screen(edge ? middle(from, edge) : from)
    const end = screen(to.at)
    setDragged(null)
    if (Math.hypot(start.x - end.x, start.y - end.y) < 4) return edge ? undefined : tap(from)
    if (edge) onAddCorner(from, edge, to.at)
    else onMoveCorner(from, to.at)
  }
  const tap = (corner: Position) => {
    const isSecond = Date.now() - lastTap.current < 400
    lastTap.current = Date.now()
    if (isSecond) onRemoveCorner(corner)
  }
  const handles = { onPointerMove: drag, onPointerUp: drop, onPointerCancel: () => setDragged(null) }
  const rings = shape.geometry.flat()
  const target = dragged && screen(dragged.to.at)
  return (
    <>
      {rings.flatMap((ring, r) =>
        ring.slice(0, -1).map((corner, k) => {
          const between = screen(middle(corner, ring[k + 1]!))
          const { x, y } = screen(corner)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is known by its place in the ring
            <g key={`${r}/${k}`}>
              <circle
                className="board-touch"
                cx={between.x}
                cy={between.y}
                r={16}
                onPointerDown={(event) => grab(event, corner, ring[k + 1]!)}
                {...handles}
              />
              <circle className="board-middle" cx={between.x} cy={between.y} r={4} />
              <circle
                className="board-touch board-corner-touch"
                cx={x}
                cy={y}
                r={22}
                onPointerDown={(event) => grab(event, corner, null)}
                {...handles}
              />
              <circle className="board-corner" cx={x} cy={y} r={7} />
            </g>
          )
        }),
      )}
      {target && <circle className={`board-aim board-aim-${dragged.to.kind}`} cx={target.x} cy={target.y} r={13} />}
    </>
  )
}
