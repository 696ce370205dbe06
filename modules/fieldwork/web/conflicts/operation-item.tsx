import { Link, useLocation } from 'react-router'
import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { HeldRow } from './answers.ts'

const TONES: Record<string, Tone> = { conflict: 'bad', held: 'warning', quarantined: 'idle' }

export function OperationItem({ row, isOpen }: { row: HeldRow; isOpen: boolean }) {
  const { t } = useTexts()
  const { search } = useLocation()
  const { id, status, kind, number, person, receivedAt, settledHow, settledAt } = row
  return (
    <li>
      <Link
        to={{ pathname: `/fieldwork/held/${id}`, search }}
        className="held-item"
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className="held-head">
          <strong>{number ?? t('field.desk.noCase')}</strong>
          {settledHow ? (
            <StatusDot tone="good">{t(`field.desk.settled.${settledHow}`)}</StatusDot>
          ) : (
            <StatusDot tone={TONES[status] ?? 'idle'}>{t(`field.desk.box.${status}`)}</StatusDot>
          )}
        </span>
        <span>{t(`field.desk.kind.${kind}`)}</span>
        <span className="quiet">
          {person} · {instant(settledAt ?? receivedAt)}
        </span>
      </Link>
    </li>
  )
}
