import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { DecisionRow } from '../answers.ts'
import '../processes.css'
import { StartDialog } from './start-dialog.tsx'

/** 决策表: the tables processes ask, and what is being drawn. */
export default function DecisionsPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const [isStarting, setStarting] = useState(false)
  const start = can('processes.design.start') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setStarting(true)}>
      {t('processes.decision.new')}
    </Button>
  )
  const extra = (
    <>
      <Link to="/processes">
        <Button>{t('processes.title')}</Button>
      </Link>
      {start}
    </>
  )
  return (
    <Page title={t('processes.decisions')} note={t('processes.decisions.note')} extra={extra}>
      <div className="card card-fill">
        <DataTable<DecisionRow>
          id="processes.decision.list"
          title={t('processes.decisions')}
          query="processes.decision.list"
          rowKey={({ key }) => key}
          columns={useColumns()}
          onOpen={({ key }) => go(`/processes/of/decision/${key}`)}
          empty={
            <EmptyState
              title={t('processes.decisions.empty')}
              next={t('processes.decisions.empty.next')}
              action={start}
            />
          }
        />
      </div>
      {isStarting && <StartDialog kind="decision" onClose={() => setStarting(false)} />}
    </Page>
  )
}

function useColumns(): TableColumn<DecisionRow>[] {
  const { t } = useTexts()
  const state = ({ design }: DecisionRow) => (design ? t(`processes.state.${design.state}`, { name: design.by }) : '')
  return [
    { key: 'title', title: t('processes.column.title'), width: 220, value: (row) => row.title },
    { key: 'key', title: t('processes.column.key'), width: 190, value: (row) => row.key },
    {
      key: 'version',
      title: t('processes.column.version'),
      width: 80,
      type: 'number',
      value: (row) => row.version ?? '',
    },
    { key: 'usedBy', title: t('processes.column.usedBy'), width: 220, value: (row) => row.usedBy.join('、') },
    { key: 'publishedBy', title: t('processes.column.publishedBy'), width: 160, value: (row) => row.publishedBy ?? '' },
    {
      ...{ key: 'publishedAt', title: t('processes.column.publishedAt'), width: 150, type: 'date' },
      value: (row) => (row.publishedAt ? instant(row.publishedAt) : ''),
    },
    {
      ...{ key: 'design', title: t('processes.column.design'), width: 190 },
      value: state,
      render: (row) =>
        row.design && (
          <Link to={`/processes/table/${row.design.id}`} onClick={(event) => event.stopPropagation()}>
            <StatusDot tone={row.design.state === 'submitted' ? 'warning' : 'active'}>{state(row)}</StatusDot>
          </Link>
        ),
    },
  ]
}
