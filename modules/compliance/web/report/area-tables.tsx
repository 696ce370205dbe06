import { Tabs } from 'antd'
import { squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import type { ReportView } from '../answers.ts'
import { ApprovalTable } from './approval-table.tsx'
import { useAreaWords } from './use-area-words.ts'

type Props = { report: ReportView; layers: readonly LayerInfo[] }

/** Layers some of the land lies in, in the order they were asked. */
export function touchedLayers({ areas }: ReportView): string[] {
  return [...new Set(areas.filter(({ covered }) => covered).map(({ layer }) => layer))]
}

/** How much of what, layer by layer: each adds up to the land in both legal areas. */
export function AreaTables({ report, layers }: Props) {
  const { t, words } = useTexts()
  const titleOf = (name: string) => words(layers.find((layer) => layer.name === name)?.title) || name
  const touched = touchedLayers(report)
  return (
    <Tabs
      className="area-tabs"
      size="small"
      items={[
        ...touched.map((name) => ({
          ...{ key: name, label: titleOf(name) },
          children: <AreaTable report={report} layer={name} />,
        })),
        {
          ...{ key: 'approvals', label: `${t('compliance.approvals')} ${report.approvals.length}` },
          children: <ApprovalTable report={report} layers={layers} />,
        },
      ]}
    />
  )
}

export function AreaTable({ report, layer }: { report: ReportView; layer: string }) {
  const { t } = useTexts()
  const { what, owner } = useAreaWords()
  const rows = report.areas.filter((row) => row.layer === layer)
  const sum = (of: (row: (typeof rows)[number]) => number) => squareMetres(rows.reduce((all, row) => all + of(row), 0))
  return (
    <table className="report-table">
      <thead>
        <tr>
          <th>{t('compliance.areas.what')}</th>
          <th>{t('compliance.areas.owner')}</th>
          <th className="right">{`${t('area.ellipsoidal')} m²`}</th>
          <th className="right">{`${t('area.planar')} m²`}</th>
          <th className="right">{t('compliance.share')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.covered} ${JSON.stringify(row.key)}`}>
            <td>{row.covered ? what(row.key) || t('compliance.areas.inside') : t('compliance.areas.free')}</td>
            <td>{row.covered ? owner(row.key) : ''}</td>
            <td className="right number">{squareMetres(row.ellipsoidal)}</td>
            <td className="right number">{squareMetres(row.planar)}</td>
            <td className="right number">{`${((row.planar / report.planar) * 100).toFixed(2)}%`}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>{t('compliance.areas.sum')}</td>
          <td className="right number">{sum(({ ellipsoidal }) => ellipsoidal)}</td>
          <td className="right number">{sum(({ planar }) => planar)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}
