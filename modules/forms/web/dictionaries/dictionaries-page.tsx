import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import { NewEditionDialog } from './new-edition-dialog.tsx'
import '../shared.css'
import './dictionaries.css'

type EditionRow = AnswerOf<'forms.dictionary.list'>['rows'][number]

const STATES = ['draft', 'proposed', 'published', 'national'] as const
const TONES = { draft: 'active', proposed: 'warning', published: 'good', national: 'idle' } as const

/** Code tables with their editions: the bureau's own, and the national ones that come with the program. */
export default function DictionariesPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const [isNew, setNew] = useState(false)
  const add = can('forms.dictionary.begin') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setNew(true)}>
      {t('forms.dictionary.begin')}
    </Button>
  )
  return (
    <Page title={t('dictionaries')} note={t('dictionaries.note')} extra={add}>
      <div className="card card-fill">
        <DataTable<EditionRow>
          id="dictionaries"
          title={t('dictionaries')}
          query="forms.dictionary.list"
          rowKey={({ scheme, edition }) => `${scheme} ${edition}`}
          columns={useColumns()}
          filters={[
            { name: 'text', label: t('dictionaries.search'), kind: 'text' },
            {
              name: 'state',
              label: t('common.state'),
              kind: 'choice',
              options: STATES.map((value) => ({ value, label: t(`dictionaries.state.${value}`) })),
            },
          ]}
          onOpen={({ scheme, edition }) => go(`/dictionaries/${scheme}/${edition}`)}
          empty={<EmptyState title={t('dictionaries.empty')} next={t('dictionaries.empty.next')} action={add} />}
        />
      </div>
      {isNew && <NewEditionDialog onClose={() => setNew(false)} />}
    </Page>
  )
}

function useColumns(): TableColumn<EditionRow>[] {
  const { t, words } = useTexts()
  return [
    { key: 'title', title: t('dictionaries.title'), width: 220, isName: true, value: (row) => words(row.title) },
    { key: 'scheme', title: t('dictionaries.scheme'), width: 150, optional: true, value: (row) => row.scheme },
    { key: 'edition', title: t('dictionaries.edition'), width: 100, value: (row) => row.edition },
    {
      ...{ key: 'state', title: t('common.state'), width: 110, value: (row) => t(`dictionaries.state.${row.state}`) },
      render: ({ state }) => <StatusDot tone={TONES[state]}>{t(`dictionaries.state.${state}`)}</StatusDot>,
    },
    { key: 'items', title: t('dictionaries.items'), width: 90, type: 'integer', value: (row) => row.items },
    {
      key: 'source',
      title: t('dictionaries.source'),
      width: 240,
      value: (row) => row.source ?? t('dictionaries.source.national'),
    },
    { key: 'changedBy', title: t('dictionaries.changedBy'), width: 100, value: (row) => row.changedBy ?? '—' },
    {
      key: 'publishedAt',
      title: t('forms.publishedAt'),
      width: 150,
      type: 'date',
      value: (row) => instant(row.publishedAt),
    },
  ]
}
