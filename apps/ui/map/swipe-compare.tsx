import { SwapOutlined } from '@ant-design/icons'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import type { LayerChoice } from './layer-choice.ts'
import type { LayerInfo } from './layer-info.ts'
import { MapCanvas } from './map-canvas.tsx'
import type { MapHandle } from './map-handle.ts'
import type { Overlay } from './overlay.ts'
import { useTogether } from './use-together.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

/** One side: its layers and picture, its instant, its own geometry, and what it is called. */
export type Side = { name: string; choice: LayerChoice; asOf?: string; overlays?: readonly Overlay[] }

type Props = {
  layers: readonly LayerInfo[]
  left: Side
  right: Side
  onReady?: (handle: MapHandle | null) => void
  children?: ReactNode
}

/** Two maps of the same place, one seen left of a bar and the other right of it. */
export function SwipeCompare({ layers, left, right, onReady, children }: Props) {
  const [first, setFirst] = useState<MapHandle | null>(null)
  const [second, setSecond] = useState<MapHandle | null>(null)
  const [share, setShare] = useState(50)
  useTogether(first, second)
  useEffect(() => onReady?.(first), [first, onReady])
  return (
    <div className="swipe">
      <div className="swipe-side">
        <MapCanvas layers={layers} onReady={setFirst} isBare {...sideProps(left)} />
      </div>
      <div className="swipe-side" style={{ clipPath: `inset(0 0 0 ${share}%)`, pointerEvents: 'none' }}>
        <MapCanvas layers={layers} onReady={setSecond} isBare {...sideProps(right)} />
      </div>
      <span className="swipe-name" style={{ right: `calc(${100 - share}% + 10px)` }}>
        {left.name}
      </span>
      <span className="swipe-name" style={{ left: `calc(${share}% + 10px)` }}>
        {right.name}
      </span>
      <Bar share={share} onChange={setShare} />
      {first && <ZoomButtons handle={first} layers={layers} />}
      {children}
    </div>
  )
}

const sideProps = ({ choice, asOf, overlays }: Side) => ({
  choice,
  ...(asOf && { asOf }),
  ...(overlays && { overlays }),
})

function Bar({ share, onChange }: { share: number; onChange: (share: number) => void }) {
  const { t } = useTexts()
  const bar = useRef<HTMLDivElement>(null)
  const held = (percent: number) => Math.min(98, Math.max(2, percent))
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { left, width } = bar.current!.parentElement!.getBoundingClientRect()
    onChange(held(((event.clientX - left) / width) * 100))
  }
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -2, ArrowRight: 2 }[event.key]
    if (!by) return
    event.preventDefault()
    onChange(held(share + by))
  }
  return (
    <div
      ref={bar}
      className="swipe-bar"
      style={{ left: `${share}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    >
      <button
        type="button"
        className="swipe-grip"
        role="slider"
        aria-label={t('map.compare.bar')}
        title={t('map.compare.bar')}
        aria-valuenow={Math.round(share)}
        aria-valuemin={2}
        aria-valuemax={98}
        onKeyDown={step}
      >
        <SwapOutlined />
      </button>
    </div>
  )
}
