import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn, TableFilter } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import { sources } from '../../schema.ts'
import type { BatchRow } from '../answers.ts'
import '../common/landuse.css'
import { BatchStateDot } from './batch-state.tsx'
import { ImportDialog } from './import-dialog.tsx'

/** 线索批次: every delivery that has come, and the way to bring in the next. */
export default function BatchesPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const [isImporting, setImporting] = useState(false)
  const go = useNavigate()
  const mayUpload = can('landuse.batch.upload')
  const upload = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setImporting(true)}>
      {t('landuse.batches.upload')}
    </Button>
  )
  return (
    <Page title={t('landuse.batches')} note={t('landuse.batches.note')} extra={mayUpload && upload}>
      <div className="card card-fill">
        <DataTable<BatchRow>
          id="landuse.batches"
          title={t('landuse.batches.list')}
          query="landuse.batch.list"
          rowKey={({ id }) => id}
          columns={useColumns()}
          filters={useFilters()}
          onOpen={({ id }) => go(`/batches/${id}`)}
          refetchInterval={5000}
          empty={
            <EmptyState
              title={t('landuse.batches.none')}
              next={t('landuse.batches.none.next')}
              action={mayUpload && upload}
            />
          }
        />
      </div>
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </Page>
  )
}

function useFilters(): TableFilter[] {
  const { t } = useTexts()
  const options = sources.map((value) => ({ value, label: t(`landuse.source.${value}`) }))
  return [
    { name: 'text', label: t('landuse.batches.search'), kind: 'text' },
    { name: 'source', label: t('landuse.source'), kind: 'choice', options },
  ]
}

function useColumns(): TableColumn<BatchRow>[] {
  const { t } = useTexts()
  const number = (key: 'rows' | 'rejected' | 'clues' | 'cases'): TableColumn<BatchRow> => ({
    key,
    title: t(`landuse.counts.${key}`),
    width: 84,
    type: 'integer',
    value: (row) => row[key],
  })
  return [
    { key: 'number', title: t('landuse.batch.number'), width: 130, value: (row) => row.number },
    { key: 'source', title: t('landuse.source'), width: 96, value: (row) => t(`landuse.source.${row.source}`) },
    { key: 'period', title: t('landuse.batch.period'), width: 130, value: (row) => row.period },
    { key: 'fileName', title: t('landuse.batch.file'), width: 160, value: (row) => row.fileName },
    {
      key: 'state',
      title: t('common.state'),
      width: 108,
      value: (row) => t(`landuse.batchState.${row.state}`),
      render: (row) => <BatchStateDot state={row.state} />,
    },
    number('rows'),
    number('rejected'),
    number('clues'),
    number('cases'),
    { key: 'madeBy', title: t('landuse.batch.madeBy'), width: 110, value: (row) => row.madeBy },
    { key: 'madeAt', title: t('landuse.batch.madeAt'), width: 150, type: 'date', value: (row) => instant(row.madeAt) },
  ]
}
