import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn, TableFilter } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import { ITEM_KINDS } from '../../rules/item.ts'
import type { ItemRow } from '../answers.ts'
import './items.css'
import { DraftList } from './draft-list.tsx'
import { ProposalList } from './proposal-list.tsx'

/** 审批事项清单: what can be applied for, by which law and within how many days; filing starts here. */
export default function ItemsPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const add = can('approvals.item.propose') && (
    <Link to="/items/new/edit">
      <Button icon={<PlusOutlined />}>{t('approvals.item.new')}</Button>
    </Link>
  )
  return (
    <Page title={t('approvals.items')} note={t('approvals.items.note')} extra={add}>
      {can('approvals.item.proposals') && <ProposalList />}
      {can('approvals.draft.list') && <DraftList />}
      <div className="card card-fill">
        <DataTable<ItemRow>
          id="approvals.items"
          title={t('approvals.items')}
          query="approvals.item.list"
          rowKey={({ code }) => code}
          columns={useColumns()}
          filters={useFilters()}
          onOpen={({ code }) => go(`/items/${code}`)}
          empty={<EmptyState title={t('approvals.items.none')} next={t('approvals.items.none.next')} />}
        />
      </div>
    </Page>
  )
}

function useFilters(): TableFilter[] {
  const { t } = useTexts()
  const kinds = ITEM_KINDS.map((value) => ({ value, label: t(`approvals.kind.${value}`) }))
  return [
    { name: 'text', label: t('approvals.items.search'), kind: 'text' },
    { name: 'kind', label: t('approvals.item.kind'), kind: 'choice', options: kinds },
  ]
}

function useColumns(): TableColumn<ItemRow>[] {
  const { t, words } = useTexts()
  const { can } = useSession()
  const days = (value: number | null) => (value === null ? '—' : value)
  return [
    { key: 'code', title: t('approvals.item.code'), width: 90, value: (row) => row.code },
    { key: 'title', title: t('approvals.item.title'), width: 260, isName: true, value: (row) => words(row.title) },
    { key: 'kind', title: t('approvals.item.kind'), width: 90, value: (row) => t(`approvals.kind.${row.kind}`) },
    {
      key: 'legal',
      title: t('approvals.item.legalDays.head'),
      width: 140,
      type: 'integer',
      value: (row) => days(row.legalDays),
    },
    {
      key: 'promised',
      title: t('approvals.item.promisedDays.head'),
      width: 140,
      type: 'integer',
      value: (row) => row.promisedDays,
    },
    {
      ...{ key: 'materials', title: t('approvals.item.materials'), width: 90, type: 'integer' },
      value: (row) => row.materials.length,
    },
    {
      ...{ key: 'stage', title: t('approvals.item.stage'), width: 110 },
      value: (row) => (row.stage ? t(`approvals.stage.${row.stage}`) : '—'),
    },
    {
      ...{ key: 'open', title: t('approvals.item.open'), width: 90 },
      value: (row) => t(row.open ? 'approvals.item.isOpen' : 'approvals.item.isClosed'),
      render: (row) => (
        <StatusDot tone={row.open ? 'good' : 'idle'}>
          {t(row.open ? 'approvals.item.isOpen' : 'approvals.item.isClosed')}
        </StatusDot>
      ),
    },
    {
      ...{ key: 'file', title: '', width: 90, value: () => null },
      render: (row) =>
        row.open &&
        can('approvals.case.file') && (
          <Link to={`/filing/${row.code}`} onClick={(event) => event.stopPropagation()}>
            {t('approvals.file')}
          </Link>
        ),
    },
  ]
}
