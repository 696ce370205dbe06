import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { useMapMoves } from '../../../../apps/ui/map/use-map-moves.ts'
import type { MultiPolygon, Ring } from '../../../../kernel/geometry/types.ts'

export type Shape = { id: string; geometry: MultiPolygon; look: 'range' | 'patch' | 'chosen' | 'issue'; label?: string }

/** A panel's own areas over the map, in degrees: the ranges, the patches being surveyed. */
export function MapShapes({ handle, shapes }: { handle: MapHandle; shapes: readonly Shape[] }) {
  useMapMoves(handle)
  const at = (ring: Ring) =>
    ring
      .map((position) => handle.map.project(position))
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join('L')
  return (
    <svg className="sketch" aria-hidden focusable="false">
      {shapes.map(({ id, geometry, look, label }) => (
        <g key={id} className={`shape-${look}`}>
          <path
            fillRule="evenodd"
            d={geometry
              .flat()
              .map((ring) => `M${at(ring)}Z`)
              .join('')}
          />
          {label && <Label handle={handle} geometry={geometry} text={label} />}
        </g>
      ))}
    </svg>
  )
}

function Label({ handle, geometry, text }: { handle: MapHandle; geometry: MultiPolygon; text: string }) {
  const ring = geometry[0]?.[0] ?? []
  const corners = ring.slice(0, -1).map((position) => handle.map.project(position))
  const middle = (of: (corner: { x: number; y: number }) => number) =>
    corners.reduce((sum, corner) => sum + of(corner), 0) / Math.max(1, corners.length)
  return (
    <text x={middle(({ x }) => x)} y={middle(({ y }) => y)}>
      {text}
    </text>
  )
}
