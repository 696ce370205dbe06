import { Button, Popconfirm } from 'antd'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ClueView } from '../answers.ts'
import { useNotes } from '../common/use-notes.ts'

/** What was put right on the clue in view, with both outlines on the map, and the way back. */
export function RepairCard({ clue }: { clue: ClueView }) {
  const { t } = useTexts()
  const { folded } = useNotes()
  const { can } = useSession()
  const revert = useCall('landuse.clue.revertRepair')
  if (clue.repairs.length === 0 && !clue.repairReverted) return null
  return (
    <section className="map-card repair-card" aria-label={t('landuse.repair')}>
      <strong>
        {t('landuse.repair')} · {clue.number}
      </strong>
      <div className="repair-key">
        <span className="repair-before">{t('landuse.repair.before')}</span>
        <span className="repair-after">{t('landuse.repair.after')}</span>
        <span className="number">{squareMetres(clue.areaEllipsoidal)} m²</span>
      </div>
      <ul className="repair-list">
        {folded(clue.repairs).map((said) => (
          <li key={said} className={clue.repairReverted ? 'quiet repair-gone' : ''}>
            {said}
          </li>
        ))}
      </ul>
      {clue.repairReverted && <p className="quiet">{t('landuse.repair.reverted')}</p>}
      {revert.error && <RefusalNotice error={revert.error} />}
      {clue.delivered && can('landuse.clue.revertRepair', { area: clue.areaCode, business: 'landuse' }) && (
        <Popconfirm
          title={t('landuse.repair.revert.ask', { number: clue.number })}
          onConfirm={() => revert.mutate({ clueId: clue.id })}
        >
          <Button size="small" loading={revert.isPending}>
            {t('landuse.repair.revert')}
          </Button>
        </Popconfirm>
      )}
    </section>
  )
}
