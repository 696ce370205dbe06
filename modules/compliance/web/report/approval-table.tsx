import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { day, squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import type { ReportView } from '../answers.ts'

/** The approvals, cases and managed extents under the land, largest first, and whether they were in force. */
export function ApprovalTable({ report, layers }: { report: ReportView; layers: readonly LayerInfo[] }) {
  const { t, words } = useTexts()
  const titleOf = (name: string) => words(layers.find((layer) => layer.name === name)?.title) || name
  if (report.approvals.length === 0) return <EmptyState small title={t('compliance.approvals.none')} />
  return (
    <table className="report-table">
      <thead>
        <tr>
          <th>{t('compliance.layer')}</th>
          <th>{t('compliance.approvals.number')}</th>
          <th>{t('compliance.approvals.project')}</th>
          <th>{t('compliance.approvals.holder')}</th>
          <th>{t('compliance.approvals.decidedOn')}</th>
          <th>{t('compliance.approvals.validUntil')}</th>
          <th>{t('common.state')}</th>
          <th className="right">{`${t('area.ellipsoidal')} m²`}</th>
        </tr>
      </thead>
      <tbody>
        {report.approvals.map((one) => (
          <tr key={`${one.layer} ${one.feature}`}>
            <td>{titleOf(one.layer)}</td>
            <td>{one.number}</td>
            <td>{one.project}</td>
            <td>{one.holder}</td>
            <td className="number">{day(one.decidedOn)}</td>
            <td className="number">{day(one.validUntil)}</td>
            <td>
              <StatusDot tone={one.valid ? 'good' : 'idle'}>
                {t(`compliance.approvals.${one.valid ? 'valid' : 'invalid'}`)}
              </StatusDot>
            </td>
            <td className="right number">{squareMetres(one.ellipsoidal)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
