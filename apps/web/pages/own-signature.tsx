import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { DrawnSignature } from '../../ui/form/signature-image.tsx'
import { PAD, SignaturePad } from '../../ui/form/signature-pad.tsx'
import { pathOf, type Stroke } from '../../ui/form/stroke-path.ts'
import { day } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'

/** One's signature, kept with one's consent that it is put under what one decides; drawn anew, or taken back. */
export function OwnSignature() {
  const { t } = useTexts()
  const { person } = useSession()
  const { data, error } = useAsk('casework.signature.own', {})
  const [isDrawing, setDrawing] = useState(false)
  const end = useCall('casework.signature.end')
  const own = data?.signature
  if (error) return <RefusalNotice error={error} />
  if (!data) return null
  if (!own || isDrawing) return <DrawSignature onClose={own ? () => setDrawing(false) : undefined} />
  return (
    <div className="form-signature own-signature">
      <DrawnSignature stroke={own} name={person?.name ?? ''} />
      <div className="form-acts">
        <span className="quiet">{t('signature.consented', { day: day(own.consentedAt) })}</span>
        <Button size="small" type="link" onClick={() => setDrawing(true)}>
          {t('form.signature.again')}
        </Button>
        <Button size="small" type="link" danger loading={end.isPending} onClick={() => end.mutate({})}>
          {t('signature.end')}
        </Button>
      </div>
      <RefusalNotice error={end.error} />
    </div>
  )
}

function DrawSignature({ onClose }: { onClose: (() => void) | undefined }) {
  const { t } = useTexts()
  const [strokes, setStrokes] = useState<Stroke[]>([])
  const [consent, setConsent] = useState(false)
  const { mutate, isPending, error } = useCall('casework.signature.keep')
  const keep = () => mutate({ path: pathOf(strokes), ...PAD, consent: true }, { onSuccess: () => onClose?.() })
  return (
    <div className="own-signature">
      <SignaturePad strokes={strokes} onChange={setStrokes} />
      <Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)}>
        {t('signature.consent')}
      </Checkbox>
      <div className="form-acts">
        <Button
          size="small"
          type="primary"
          disabled={!consent || strokes.length === 0}
          loading={isPending}
          onClick={keep}
        >
          {t('casework.signature.keep')}
        </Button>
        <Button size="small" disabled={strokes.length === 0} onClick={() => setStrokes(strokes.slice(0, -1))}>
          {t('form.signature.undo')}
        </Button>
        {onClose && (
          <Button size="small" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
      <RefusalNotice error={error} />
    </div>
  )
}
