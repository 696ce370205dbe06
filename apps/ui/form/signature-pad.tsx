import { type PointerEvent, useRef, useState } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import { pathOf, type Stroke } from './stroke-path.ts'
import './form.css'

/** Size of the pad in its own units. */
export const PAD = { width: 600, height: 200 }

/** Drawn on with mouse, finger or pen. */
export function SignaturePad({ strokes, onChange }: { strokes: Stroke[]; onChange: (strokes: Stroke[]) => void }) {
  const { t } = useTexts()
  const pad = useRef<SVGSVGElement>(null)
  const [current, setCurrent] = useState<Stroke | null>(null)
  const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = pad.current!.getBoundingClientRect()
    return [
      Math.round(((clientX - box.left) / box.width) * PAD.width),
      Math.round(((clientY - box.top) / box.height) * PAD.height),
    ]
  }
  const begin = (event: PointerEvent) => {
    event.preventDefault()
    pad.current!.setPointerCapture(event.pointerId)
    setCurrent([at(event)])
  }
  const move = (event: PointerEvent) => current && setCurrent([...current, at(event)])
  const end = () => {
    if (current) onChange([...strokes, current])
    setCurrent(null)
  }
  return (
    <svg
      ref={pad}
      className="form-pad"
      viewBox={`0 0 ${PAD.width} ${PAD.height}`}
      role="img"
      aria-label={t('form.signature.pad')}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <line x1={40} x2={PAD.width - 40} y1={PAD.height - 40} y2={PAD.height - 40} />
      <path d={pathOf(current ? [...strokes, current] : strokes)} />
    </svg>
  )
}
