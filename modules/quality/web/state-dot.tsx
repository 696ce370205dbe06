import { StatusDot, type Tone } from '../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../apps/ui/i18n/use-texts.ts'

const TONES: Record<string, Tone> = { open: 'warning', fixed: 'good', waived: 'idle', returned: 'active' }

export function StateDot({ state }: { state: string }) {
  const { t } = useTexts()
  return <StatusDot tone={TONES[state] ?? 'idle'}>{t(`quality.issue.state.${state}`)}</StatusDot>
}
