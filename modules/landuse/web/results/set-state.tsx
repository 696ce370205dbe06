import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { ResultPreview } from '../answers.ts'

const TONES: Record<ResultPreview['state'], Tone> = {
  draft: 'warning',
  checked: 'active',
  reserved: 'active',
  applied: 'good',
  abandoned: 'idle',
}

/** 草稿 待变更 已变更 已放弃 已撤销. */
export function SetState({ set: { state, revertedBy } }: { set: Pick<ResultPreview, 'state' | 'revertedBy'> }) {
  const { t } = useTexts()
  if (revertedBy) return <StatusDot tone="warning">{t('landuse.set.reverted')}</StatusDot>
  return <StatusDot tone={TONES[state]}>{t(`landuse.set.${state}`)}</StatusDot>
}
