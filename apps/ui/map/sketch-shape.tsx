import type { Position } from '../../../kernel/geometry/types.ts'
import type { MapHandle } from './map-handle.ts'
import { useMapMoves } from './use-map-moves.ts'

type Props = { handle: MapHandle; kind: 'line' | 'polygon'; points: readonly Position[] }

/** A drawn line or area over the map, with its points. */
export function SketchShape({ handle, kind, points }: Props) {
  useMapMoves(handle)
  const at = points.map((point) => handle.map.project(point))
  const text = at.map(({ x, y }) => `${x},${y}`).join(' ')
  return (
    <svg className="sketch" aria-hidden focusable="false">
      {kind === 'polygon' && at.length > 2 ? (
        <polygon className="sketch-shape" points={text} />
      ) : (
        <polyline className="sketch-shape sketch-line" points={text} />
      )}
      {at.map(({ x, y }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is known by its place in the line
        <circle key={index} cx={x} cy={y} r={3.5} fill="#fff" stroke="#0050ff" strokeWidth={1.5} />
      ))}
    </svg>
  )
}
