import { type ReactNode, useEffect, useState } from 'react'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { MapCanvas } from '../../../../apps/ui/map/map-canvas.tsx'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import type { Side } from '../../../../apps/ui/map/swipe-compare.tsx'
import { useTogether } from '../../../../apps/ui/map/use-together.ts'
import { ZoomButtons } from '../../../../apps/ui/map/zoom-buttons.tsx'

type Props = {
  layers: readonly LayerInfo[]
  left: Side
  right: Side
  onReady?: (handle: MapHandle | null) => void
  children?: ReactNode
}

/** Two maps of the same place, one beside the other, moving together. */
export function SideBySide({ layers, left, right, onReady, children }: Props) {
  const [first, setFirst] = useState<MapHandle | null>(null)
  const [second, setSecond] = useState<MapHandle | null>(null)
  useTogether(first, second)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the map is there, not when the page draws anew
  useEffect(() => onReady?.(first), [first])
  return (
    <div className="map-beside">
      {[left, right].map((side, index) => (
        <div className="map-beside-side" key={side.name}>
          <MapCanvas
            layers={layers}
            choice={side.choice}
            {...(side.asOf && { asOf: side.asOf })}
            {...(side.overlays && { overlays: side.overlays })}
            onReady={index === 0 ? setFirst : setSecond}
            isBare
          />
          <span className="swipe-name map-beside-name">{side.name}</span>
        </div>
      ))}
      {first && <ZoomButtons handle={first} layers={layers} />}
      {children}
    </div>
  )
}
