import { isSignature } from '../../../kernel/forms/signature.ts'
import { instant } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'

/** A signature as it was drawn, with who signed and when. */
export function SignatureImage({ value }: { value: unknown }) {
  const { t } = useTexts()
  if (!isSignature(value)) return <div className="form-text quiet">—</div>
  const { path, width, height, signer, at, digest } = value
  return (
    <figure className="form-signature">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('form.signature.of', { name: signer.name })}>
        <path d={path} />
      </svg>
      <figcaption>
        {signer.name} <span className="quiet number">{instant(at)}</span>
        <span className="quiet number" title={digest}>
          SM3 {digest.slice(0, 8)}
        </span>
      </figcaption>
    </figure>
  )
}
