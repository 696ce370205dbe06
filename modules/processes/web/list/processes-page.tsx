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
import type { ProcessRow } from '../answers.ts'
import './import.css'
import { useDesignColumns } from './design-columns.tsx'
import { StartDialog } from './start-dialog.tsx'

/** 流程: every process, the version in force, cases under way, and what is being drawn. */
export default function ProcessesPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const [isStarting, setStarting] = useState(false)
  const start = can('processes.design.start') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setStarting(true)}>
      {t('processes.new')}
    </Button>
  )
  const extra = (
    <>
      {can('processes.decision.list') && (
        <Link to="/processes/decisions">
          <Button>{t('processes.decisions')}</Button>
        </Link>
      )}
      {start}
    </>
  )
  return (
    <Page title={t('processes.title')} note={t('processes.note')} extra={extra}>
      <div className="card card-fill">
        <DataTable<ProcessRow>
          id="processes.list"
          title={t('processes.title')}
          query="processes.list"
          rowKey={({ key }) => key}
          columns={useColumns()}
          filters={[{ name: 'text', label: t('processes.search'), kind: 'text' }]}
          onOpen={({ key }) => go(`/processes/of/process/${key}`)}
          empty={<EmptyState title={t('processes.empty')} next={t('processes.empty.next')} action={start} />}
        />
      </div>
      {isStarting && <StartDialog kind="process" onClose={() => setStarting(false)} />}
    </Page>
  )
}

function useColumns(): TableColumn<ProcessRow>[] {
  const { version, publishedAt, design } = useDesignColumns<ProcessRow>('process')
  const { t, words, has } = useTexts()
  const business = (code: string) => (has(`business.${code}`) ? t(`business.${code}`) : code)
  return [
    { key: 'title', title: t('processes.column.title'), width: 200, isName: true, value: (row) => words(row.title) },
    { key: 'key', title: t('processes.column.key'), width: 190, optional: true, value: (row) => row.key },
    { key: 'business', title: t('processes.column.business'), width: 130, value: (row) => business(row.business) },
    version,
    { key: 'running', title: t('processes.column.running'), width: 90, type: 'number', value: (row) => row.running },
    {
      ...{ key: 'publishedBy', title: t('processes.column.publishedBy'), width: 160 },
      value: (row) => (row.version === null ? '' : (row.publishedBy ?? t('processes.program'))),
    },
    publishedAt,
    design,
  ]
}
