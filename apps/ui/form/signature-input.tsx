import { Button } from 'antd'
import { type PointerEvent, useRef, useState } from 'react'
import type { SignatureField } from '../../../kernel/forms/definition.ts'
import { sign } from '../../../kernel/forms/signature.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useSession } from '../session.ts'
import { useFormPlace } from './form-place.ts'
import { type InputProps, spoken } from './input-props.ts'
import { SignatureImage } from './signature-image.tsx'
import { pathOf, type Stroke } from './stroke-path.ts'

const WIDTH = 600
const HEIGHT = 200

/** A pad to sign on by hand, finger or pen; what is signed is the form as it is filled in at that moment. */
export function SignatureInput(props: InputProps<SignatureField>) {
  const { value, onChange } = props
  const { t } = useTexts()
  const place = useFormPlace()
  const session = useSession().person
  const person = place.person ?? session
  const [strokes, setStrokes] = useState<Stroke[]>([])
  if (value)
    return (
      <fieldset className="form-group" {...spoken(props)}>
        <SignatureImage value={value} />
        <Button size="small" onClick={() => onChange(null)}>
          {t('form.signature.again')}
        </Button>
      </fieldset>
    )
  const finish = () => {
    if (!person) return
    const stroke = { path: pathOf(strokes), width: WIDTH, height: HEIGHT }
    onChange(sign(place.definition, place.values, stroke, { id: person.id, name: person.name }, new Date()))
    setStrokes([])
  }
  return (
    <fieldset className="form-group" {...spoken(props)}>
      <Pad strokes={strokes} onChange={setStrokes} />
      <div className="form-acts">
        <Button size="small" type="primary" ghost disabled={strokes.length === 0 || !person} onClick={finish}>
          {t('form.signature.sign')}
        </Button>
        <Button size="small" disabled={strokes.length === 0} onClick={() => setStrokes(strokes.slice(0, -1))}>
          {t('form.signature.undo')}
        </Button>
        <span className="quiet">{t('form.signature.hint')}</span>
      </div>
    </fieldset>
  )
}

function Pad({ strokes, onChange }: { strokes: Stroke[]; onChange: (strokes: Stroke[]) => void }) {
  const { t } = useTexts()
  const pad = useRef<SVGSVGElement>(null)
  const [current, setCurrent] = useState<Stroke | null>(null)
  const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = pad.current!.getBoundingClientRect()
    return [
      Math.round(((clientX - box.left) / box.width) * WIDTH),
      Math.round(((clientY - box.top) / box.height) * HEIGHT),
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
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('form.signature.pad')}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <line x1={40} x2={WIDTH - 40} y1={HEIGHT - 40} y2={HEIGHT - 40} />
      <path d={pathOf(current ? [...strokes, current] : strokes)} />
    </svg>
  )
}
