import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import { NewsDialog } from './news-dialog.tsx'
import type { NewsRow } from './news-row.ts'
import { useAudience } from './use-audience.ts'

const stateOf = ({ publishedAt, withdrawnAt }: NewsRow) =>
  withdrawnAt ? 'withdrawn' : publishedAt ? 'published' : 'draft'
const TONES = { published: 'good', draft: 'active', withdrawn: 'idle' } as const

/** 新闻: written here for everybody, some organisations or areas; published and withdrawn. */
export default function NewsPage() {
  const { t } = useTexts()
  const [open, setOpen] = useState<NewsRow | 'new' | null>(null)
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
      {t('messages.news.write')}
    </Button>
  )
  return (
    <Page title={t('messages.news.list')} note={t('messages.news.note')} extra={add}>
      <div className="card card-fill">
        <DataTable<NewsRow>
          id="news"
          title={t('messages.news.list')}
          query="messages.news.list"
          rowKey={({ id }) => id}
          columns={useColumns()}
          onOpen={setOpen}
          empty={<EmptyState title={t('messages.news.empty')} next={t('messages.news.empty.next')} action={add} />}
        />
      </div>
      {open && <NewsDialog news={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function useColumns(): TableColumn<NewsRow>[] {
  const { t } = useTexts()
  const audienceOf = useAudience()
  return [
    { key: 'title', title: t('messages.news.title'), width: 320, value: ({ title }) => title },
    { key: 'audience', title: t('messages.news.audience'), width: 240, value: audienceOf },
    {
      ...{
        key: 'state',
        title: t('common.state'),
        width: 110,
        value: (row) => t(`messages.news.state.${stateOf(row)}`),
      },
      render: (row) => <StatusDot tone={TONES[stateOf(row)]}>{t(`messages.news.state.${stateOf(row)}`)}</StatusDot>,
    },
    { key: 'by', title: t('messages.news.by'), width: 110, value: ({ writtenBy }) => writtenBy },
    { key: 'at', title: t('messages.news.publishedAt'), width: 150, value: ({ publishedAt }) => instant(publishedAt) },
    { key: 'act', title: '', width: 120, value: () => null, render: (news) => <Acts news={news} /> },
  ]
}

function Acts({ news }: { news: NewsRow }) {
  const { t } = useTexts()
  const isOut = stateOf(news) === 'published'
  const act = useCall(isOut ? 'messages.news.withdraw' : 'messages.news.publish')
  const ask = t(isOut ? 'messages.news.withdraw.ask' : 'messages.news.publish.ask', { title: news.title })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the row from opening under the button
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span onClick={(event) => event.stopPropagation()}>
      <Popconfirm title={ask} onConfirm={() => act.mutate({ id: news.id })}>
        <Button size="small" type="text" danger={isOut} loading={act.isPending}>
          {t(isOut ? 'messages.news.withdrawIt' : 'messages.news.publishIt')}
        </Button>
      </Popconfirm>
      <RefusalNotice error={act.error} />
    </span>
  )
}
