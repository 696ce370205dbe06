import { Section } from '../../../../apps/ui/components/section.tsx'
import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { percent, squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import type { Standing } from '../../schema.ts'
import type { ClueView } from '../answers.ts'

const TONES: Record<Standing, Tone> = {
  valid: 'good',
  later: 'bad',
  expired: 'bad',
  'other-use': 'bad',
  managed: 'active',
  enforcement: 'warning',
}

/** The approvals and managed areas the clue touches, each with how it stands and how much it covers. */
export function ApprovalList({ approvals, layers }: { approvals: ClueView['approvals']; layers: LayerInfo[] }) {
  const { t, words } = useTexts()
  const titleOf = (name: string) => words(layers.find((layer) => layer.name === name)?.title) || name
  return (
    <Section title={t('landuse.clue.approvals')}>
      <ul>
        {approvals.map((approval) => (
          <li key={`${approval.layer} ${approval.id}`} className="approval">
            <div className="approval-head">
              <span className="tag">{titleOf(approval.layer)}</span>
              <StatusDot tone={TONES[approval.standing]}>{t(`landuse.standing.${approval.standing}`)}</StatusDot>
              <span className="number approval-share">
                {squareMetres(approval.area)} m² · {percent(approval.share)}
              </span>
            </div>
            <strong>{approval.project || approval.number}</strong>
            <div className="quiet">
              {[approval.number, approval.holder, approval.decidedOn, approval.validUntil && `→ ${approval.validUntil}`]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
