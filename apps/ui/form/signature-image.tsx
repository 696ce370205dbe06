import { isSignature, type Stroke } from '../../../kernel/forms/signature.ts'
import { instant } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'

/** A signature as it was drawn, with who signed and when. */
export function SignatureImage({ value }: { value: unknown }) {
  if (!isSignature(value)) return <div className="form-text quiet">—</div>
  const { path, width, height, signer, at, digest } = value
  return (
    <figure className="form-signature">
      <DrawnSignature stroke={{ path, width, height }} name={signer.name} />
      <figcaption>
        {signer.name} <span className="quiet number">{instant(at)}</span>
        <span className="quiet number" title={digest}>
          SM3 {digest.slice(0, 8)}
        </span>
      </figcaption>
    </figure>
  )
}

/** What a hand has drawn, and nothing beside it. */
export function DrawnSignature({ stroke: { path, width, height }, name }: { stroke: Stroke; name: string }) {
  const { t } = useTexts()
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('form.signature.of', { name })}>
      <path d={path} />
    </svg>
  )
}
