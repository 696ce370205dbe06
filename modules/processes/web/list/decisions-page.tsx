import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { DecisionRow } from '../answers.ts'
import './import.css'
import { useDesignColumns } from './design-columns.tsx'
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
  const { version, publishedAt, design } = useDesignColumns<DecisionRow>('decision')
  const { t } = useTexts()
  return [
    { key: 'title', title: t('processes.column.title'), width: 220, isName: true, value: (row) => row.title },
    { key: 'key', title: t('processes.column.key'), width: 190, optional: true, value: (row) => row.key },
    version,
    {
      key: 'usedBy',
      title: t('processes.column.usedBy'),
      width: 220,
      value: (row) => row.usedBy.join(t('common.comma')),
    },
    { key: 'publishedBy', title: t('processes.column.publishedBy'), width: 160, value: (row) => row.publishedBy ?? '' },
    publishedAt,
    design,
  ]
}
