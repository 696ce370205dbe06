import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { AreaText } from '../../../../apps/ui/components/area-text.tsx'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn, TableFilter } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import { conclusions } from '../../schema.ts'
import type { ReportRow } from '../answers.ts'
import { ConclusionDot } from '../conclusion-dot.tsx'

/** 审查记录: every report on land in the reader's areas, and the way to the next. */
export default function ReportsPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const make = can('compliance.report.make') && (
    <Link to="/compliance/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('compliance.new')}
      </Button>
    </Link>
  )
  return (
    <Page title={t('compliance.reports')} note={t('compliance.reports.note')} extra={make}>
      <div className="card card-fill">
        <DataTable<ReportRow>
          id="compliance.reports"
          title={t('compliance.reports.list')}
          query="compliance.report.list"
          rowKey={({ id }) => id}
          columns={useColumns()}
          filters={useFilters()}
          onOpen={({ id }) => go(`/compliance/${id}`)}
          empty={
            <EmptyState title={t('compliance.reports.none')} next={t('compliance.reports.none.next')} action={make} />
          }
        />
      </div>
    </Page>
  )
}

function useFilters(): TableFilter[] {
  const { t } = useTexts()
  const options = conclusions.map((value) => ({ value, label: t(`compliance.conclusion.${value}`) }))
  return [
    { name: 'text', label: t('compliance.reports.search'), kind: 'text' },
    { name: 'conclusion', label: t('compliance.conclusion'), kind: 'choice', options },
  ]
}

function useColumns(): TableColumn<ReportRow>[] {
  const { t } = useTexts()
  const from = ({ source, sourceName }: ReportRow) => sourceName ?? t(`compliance.source.${source}`)
  return [
    { key: 'number', title: t('compliance.number'), width: 150, value: (row) => row.number },
    { key: 'title', title: t('compliance.title'), width: 200, isName: true, value: (row) => row.title },
    {
      ...{ key: 'conclusion', title: t('compliance.conclusion'), width: 100 },
      value: (row) => t(`compliance.conclusion.${row.conclusion}`),
      render: (row) => <ConclusionDot conclusion={row.conclusion} />,
    },
    {
      ...{
        key: 'ellipsoidal',
        title: t('area.ellipsoidal'),
        width: 130,
        type: 'number',
        value: (row) => row.ellipsoidal,
      },
      render: (row) => <AreaText area={row.ellipsoidal} method="ellipsoidal" />,
    },
    {
      ...{ key: 'planar', title: t('area.planar'), width: 130, type: 'number', value: (row) => row.planar },
      render: (row) => <AreaText area={row.planar} method="planar" />,
    },
    { key: 'area', title: t('compliance.area'), width: 120, value: (row) => row.areaName ?? row.area },
    { key: 'source', title: t('compliance.source'), width: 150, value: from },
    { key: 'madeBy', title: t('compliance.madeBy'), width: 90, value: (row) => row.madeBy },
    { key: 'madeAt', title: t('compliance.madeAt'), width: 150, type: 'date', value: (row) => instant(row.madeAt) },
  ]
}
