import { Button, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { AreaText } from '../../../../apps/ui/components/area-text.tsx'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { count, instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ResultList } from '../answers.ts'
import '../common/landuse.css'
import './results.css'
import { ListTable } from '../../../../apps/ui/table/list-table.tsx'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import { SetState } from './set-state.tsx'

type Waiting = ResultList['waiting'][number]
type ResultSet = ResultList['sets'][number]

/** 成果: reviewed cases become one change of the base map; every set that was made, with how it stands. */
export default function ResultsPage() {
  const { t } = useTexts()
  const { data, error, refetch } = useAsk('landuse.result.list')
  return (
    <Page title={t('landuse.results')} note={t('landuse.results.note')}>
      {error && <RefusalNotice error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <div className="card card-pad">
          <Tabs
            items={[
              {
                key: 'waiting',
                label: t('landuse.results.waiting', { count: count(data.waiting.length) }),
                children: <WaitingCases rows={data.waiting} />,
              },
              {
                key: 'sets',
                label: t('landuse.results.sets', { count: count(data.sets.length) }),
                children: <Sets rows={data.sets} />,
              },
            ]}
          />
        </div>
      )}
    </Page>
  )
}

function WaitingCases({ rows }: { rows: Waiting[] }) {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const areaName = useAreaNames()
  const asked = useSearchParams()[0].get('case')
  const [chosen, setChosen] = useState<string[]>(asked ? [asked] : [])
  const draft = useCall('landuse.result.draft')
  const make = () =>
    draft.mutate({ caseIds: chosen }, { onSuccess: ({ changeSetId }) => go(`/results/${changeSetId}`) })
  if (rows.length === 0) return <EmptyState title={t('landuse.results.none')} next={t('landuse.results.none.next')} />
  const present = chosen.filter((id) => rows.some((row) => row.id === id))
  return (
    <>
      {can('landuse.result.draft') && (
        <div className="results-bar">
          <Button type="primary" disabled={present.length === 0} loading={draft.isPending} onClick={make}>
            {t('landuse.results.make', { count: present.length })}
          </Button>
          <span className="quiet">{t('landuse.results.make.note')}</span>
        </div>
      )}
      {draft.error && <RefusalNotice error={draft.error} />}
      <ListTable<Waiting>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        rowSelection={{ selectedRowKeys: present, onChange: (keys) => setChosen(keys.map(String)), columnWidth: 40 }}
        columns={[
          { title: t('cases.number'), dataIndex: 'number', width: 170 },
          { title: t('landuse.results.case'), dataIndex: 'title', ellipsis: true },
          { title: t('landuse.clue.area'), width: 150, render: (_, row) => areaName(row.areaCode) },
          { title: t('landuse.results.patches'), dataIndex: 'patches', width: 90, align: 'right' },
          {
            title: t('area.ellipsoidal'),
            width: 150,
            align: 'right',
            render: (_, row) => <AreaText area={row.area} method="ellipsoidal" />,
          },
          { title: t('landuse.results.reviewedAt'), width: 150, render: (_, row) => instant(row.reviewedAt) },
        ]}
      />
    </>
  )
}

function Sets({ rows }: { rows: ResultSet[] }) {
  const { t } = useTexts()
  const go = useNavigate()
  if (rows.length === 0) return <EmptyState title={t('landuse.sets.none')} next={t('landuse.sets.none.next')} />
  return (
    <ListTable<ResultSet>
      size="small"
      rowKey="id"
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      dataSource={rows}
      rowClassName="row-link"
      onRow={({ id }) => ({
        tabIndex: 0,
        onClick: () => go(`/results/${id}`),
        onKeyDown: ({ key }) => key === 'Enter' && go(`/results/${id}`),
      })}
      columns={[
        { title: t('landuse.set.title'), dataIndex: 'title', ellipsis: true },
        { title: t('common.state'), width: 120, render: (_, row) => <SetState set={row} /> },
        {
          title: t('landuse.set.cases'),
          width: 220,
          ellipsis: true,
          render: (_, row) => row.cases.map(({ number }) => number).join(t('common.comma')),
        },
        { title: t('landuse.set.madeBy'), dataIndex: 'madeBy', width: 100 },
        { title: t('landuse.set.madeAt'), width: 150, render: (_, row) => instant(row.madeAt) },
        { title: t('landuse.set.appliedAt'), width: 150, render: (_, row) => instant(row.appliedAt) },
      ]}
    />
  )
}
