import { useNavigate } from 'react-router'
import type { AnswerOf } from '../../ui/api-types.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { Page } from '../../ui/components/page.tsx'
import { fileSize, instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { TableColumn } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { useAreaNames } from '../../ui/use-areas.ts'

type FoundSnapshot = AnswerOf<'casework.snapshot.search'>['items'][number]

/** 快照: every archived case of every business, found by anything that was written about it. */
export default function SnapshotsPage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const areaName = useAreaNames()
  const columns: TableColumn<FoundSnapshot>[] = [
    {
      key: 'number',
      title: t('cases.number'),
      width: 180,
      value: ({ number }) => number,
      render: ({ number }) => <span className="link-text">{number}</span>,
    },
    { key: 'title', title: t('cases.name'), width: 280, isName: true, value: ({ title }) => title },
    { key: 'areaCode', title: t('cases.area'), width: 150, value: ({ areaCode }) => areaName(areaCode) },
    { key: 'takenAt', title: t('snapshots.taken'), width: 150, value: ({ takenAt }) => instant(takenAt) },
    {
      key: 'size',
      title: t('snapshots.size'),
      width: 100,
      type: 'integer',
      value: ({ size }) => size,
      render: ({ size }) => fileSize(size),
    },
    {
      key: 'digest',
      title: t('snapshots.digest'),
      width: 280,
      value: ({ digest }) => digest,
      render: ({ digest }) => <code title={digest}>{digest.slice(0, 32)}…</code>,
    },
  ]
  return (
    <Page title={t('snapshots.title')}>
      <div className="card card-fill">
        <DataTable<FoundSnapshot>
          id="snapshots"
          title={t('web.menu.snapshots')}
          query="casework.snapshot.search"
          paging="cursor"
          rowKey={({ id }) => id}
          columns={columns}
          filters={[
            { name: 'text', kind: 'text', label: t('snapshots.text'), width: 240 },
            { name: 'from', kind: 'day', label: t('snapshots.from') },
            { name: 'to', kind: 'day', label: t('snapshots.to') },
          ]}
          onOpen={({ id }) => void navigate(`/snapshots/${id}`)}
          empty={<EmptyState title={t('snapshots.empty')} next={t('snapshots.empty.next')} />}
        />
      </div>
    </Page>
  )
}
