import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { BatchState } from '../../schema.ts'

const TONES: Record<BatchState, Tone> = {
  mapping: 'warning',
  ready: 'active',
  processing: 'active',
  done: 'good',
  cancelled: 'idle',
}

export function BatchStateDot({ state }: { state: BatchState }) {
  const { t } = useTexts()
  return <StatusDot tone={TONES[state]}>{t(`landuse.batchState.${state}`)}</StatusDot>
}
