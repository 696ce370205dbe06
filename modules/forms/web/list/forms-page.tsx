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
import type { TableColumn, TableFilter } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import { NewFormDialog } from './new-form-dialog.tsx'

type FormRow = AnswerOf<'forms.form.list'>['rows'][number]

const TONES = { published: 'good', draft: 'active', proposed: 'warning' } as const

/** Every form with its newest version, what is under way and where it is used. */
export default function FormsPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const [isNew, setNew] = useState(false)
  const add = can('forms.draft.save') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setNew(true)}>
      {t('forms.new')}
    </Button>
  )
  return (
    <Page title={t('forms.list')} note={t('forms.list.note')} extra={add}>
      <div className="card card-fill">
        <DataTable<FormRow>
          id="forms"
          title={t('forms.list')}
          query="forms.form.list"
          rowKey={({ key }) => key}
          columns={useColumns()}
          filters={useFilters()}
          onOpen={({ key }) => go(`/forms/${key}`)}
          empty={<EmptyState title={t('forms.list.empty')} next={t('forms.list.empty.next')} action={add} />}
        />
      </div>
      {isNew && <NewFormDialog onClose={() => setNew(false)} />}
    </Page>
  )
}

function useFilters(): TableFilter[] {
  const { t } = useTexts()
  const options = (['draft', 'proposed', 'published'] as const).map((value) => ({
    value,
    label: t(`forms.state.${value}`),
  }))
  return [
    { name: 'text', label: t('forms.list.search'), kind: 'text' },
    { name: 'state', label: t('common.state'), kind: 'choice', options },
  ]
}

function useColumns(): TableColumn<FormRow>[] {
  const { t, words } = useTexts()
  return [
    { key: 'title', title: t('forms.title'), width: 180, isName: true, value: (row) => words(row.title) },
    { key: 'key', title: t('forms.key'), width: 200, optional: true, sort: true, value: (row) => row.key },
    {
      ...{ key: 'state', title: t('common.state'), width: 130, value: (row) => t(`forms.state.${row.state}`) },
      render: ({ state }) => <StatusDot tone={TONES[state]}>{t(`forms.state.${state}`)}</StatusDot>,
    },
    { key: 'version', title: t('forms.version'), width: 80, type: 'integer', sort: true, value: (row) => row.version },
    { key: 'fields', title: t('forms.fields'), width: 80, type: 'integer', value: (row) => row.fields },
    {
      key: 'usedIn',
      title: t('forms.usedIn'),
      width: 220,
      value: (row) => row.usedIn.map((title) => words(title)).join(t('common.comma')) || '—',
    },
    {
      key: 'publishedAt',
      title: t('forms.publishedAt'),
      width: 150,
      type: 'date',
      sort: true,
      value: (row) => instant(row.publishedAt),
    },
    {
      key: 'publishedBy',
      title: t('forms.publishedBy'),
      width: 110,
      value: (row) => row.publishedBy ?? (row.isShipped ? t('forms.shipped') : '—'),
    },
    {
      key: 'changedBy',
      title: t('forms.drawnBy'),
      width: 110,
      value: (row) => row.proposedBy ?? row.changedBy ?? '—',
    },
  ]
}
