import { type PointerEvent, useRef } from 'react'
import type { Position, Ring } from '../../../kernel/geometry/types.ts'
import type { MapHandle } from './map-handle.ts'
import { useMapMoves } from './use-map-moves.ts'

type Props = {
  handle: MapHandle
  /** Closed, degrees. */
  ring: Ring
  onChange: (ring: Ring) => void
}

const closed = (points: Position[]): Ring => [...points, points[0]!]

/** Moves a ring's vertices by dragging, adds one by dragging the middle of an edge, removes one by a double click. */
export function VertexEditor({ handle, ring, onChange }: Props) {
  const svg = useRef<SVGSVGElement>(null)
  useMapMoves(handle)
  const points = ring.slice(0, -1)
  const at = points.map((point) => handle.map.project(point))
  const degreesOf = (event: PointerEvent): Position => {
    const { left, top } = svg.current!.getBoundingClientRect()
    const { lng, lat } = handle.map.unproject([event.clientX - left, event.clientY - top])
    return [lng, lat]
  }
  const drag = (event: PointerEvent, index: number) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onChange(closed(points.with(index, degreesOf(event))))
  }
  const grab = (event: PointerEvent) => event.currentTarget.setPointerCapture(event.pointerId)
  const insert = (event: PointerEvent, index: number) =>
    onChange(closed(points.toSpliced(index + 1, 0, degreesOf(event))))
  const remove = (index: number) => points.length > 3 && onChange(closed(points.toSpliced(index, 1)))
  return (
    <svg className="sketch" ref={svg} aria-hidden focusable="false">
      <polygon className="sketch-shape" points={at.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {at.map(({ x, y }, index) => {
        const next = at[(index + 1) % at.length]!
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a vertex is known by its place in the ring
          <g key={index}>
            <circle
              className="sketch-middle"
              cx={(x + next.x) / 2}
              cy={(y + next.y) / 2}
              r={4}
              onPointerDown={(event) => insert(event, index)}
            />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard enters coordinates in a table instead */}
            <circle
              className="sketch-vertex"
              cx={x}
              cy={y}
              r={5.5}
              onPointerDown={grab}
              onPointerMove={(event) => drag(event, index)}
              onDoubleClick={() => remove(index)}
            />
          </g>
        )
      })}
    </svg>
  )
}
