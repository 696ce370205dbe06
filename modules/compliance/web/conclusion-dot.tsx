import { StatusDot, type Tone } from '../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../apps/ui/i18n/use-texts.ts'
import type { Conclusion } from '../schema.ts'

const TONES: Record<Conclusion, Tone> = { clear: 'good', attention: 'warning', conflict: 'bad' }

/** 符合 需办理 冲突: a dot and a word. */
export function ConclusionDot({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTexts()
  return <StatusDot tone={TONES[conclusion]}>{t(`compliance.conclusion.${conclusion}`)}</StatusDot>
}
