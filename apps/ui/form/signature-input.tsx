import { Button } from 'antd'
import { useState } from 'react'
import type { SignatureField } from '../../../kernel/forms/definition.ts'
import { sign } from '../../../kernel/forms/signature.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useSession } from '../session.ts'
import { useFormPlace } from './form-place.ts'
import { type InputProps, spoken } from './input-props.ts'
import { SignatureImage } from './signature-image.tsx'
import { PAD, SignaturePad } from './signature-pad.tsx'
import { pathOf, type Stroke } from './stroke-path.ts'

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
    const stroke = { path: pathOf(strokes), ...PAD }
    onChange(sign(place.definition, place.values, stroke, { id: person.id, name: person.name }, new Date()))
    setStrokes([])
  }
  return (
    <fieldset className="form-group" {...spoken(props)}>
      <SignaturePad strokes={strokes} onChange={setStrokes} />
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
