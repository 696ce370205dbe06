import { useTexts } from '../../../apps/ui/i18n/use-texts.ts'

/** A B C with its colour; the word is there for who cannot tell colours. */
export function SeverityTag({ severity, isShort = true }: { severity: string; isShort?: boolean }) {
  const { t } = useTexts()
  const word = t(`quality.issue.severity.${severity}`)
  return (
    <span className={`severity severity-${severity}`} title={word}>
      {isShort ? severity : word}
    </span>
  )
}
