import { Link } from 'react-router'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { day } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useSession } from '../../../ui/session.ts'
import { ListTable } from '../../../ui/table/list-table.tsx'
import { wordsOfVerb } from '../../../ui/verb-words.ts'
import { type Resources, useSharedColumns } from './resource-columns.tsx'

type Props<R> = { rows: R[]; onEdit: ((row: R) => void) | null }

function useTable() {
  const { t } = useTexts()
  const emptyText = <EmptyState small title={t('administration.resource.none')} />
  return { size: 'small' as const, pagination: false as const, rowKey: 'code', locale: { emptyText } }
}

export function BusinessTable({ rows, onEdit }: Props<Resources['businesses'][number]>) {
  const { t, words } = useTexts()
  const { can } = useSession()
  return (
    <ListTable
      {...useTable()}
      dataSource={rows}
      columns={[
        {
          ...{ title: t('administration.resource.business'), width: 210 },
          render: (_, { key, title }) =>
            can('processes.list') ? <Link to={`/processes/of/process/${key}`}>{words(title)}</Link> : words(title),
        },
        { title: t('administration.resource.code'), width: 200, render: (_, { key }) => <code>{key}</code> },
        { title: t('administration.resource.version'), width: 60, align: 'right', dataIndex: 'version' },
        { title: t('administration.resource.published'), width: 110, render: (_, row) => day(row.publishedAt) },
        { title: t('administration.resource.running'), width: 80, align: 'right', dataIndex: 'running' },
        ...useSharedColumns(onEdit),
      ]}
    />
  )
}

export function LayerTable({ rows, onEdit }: Props<Resources['layers'][number]>) {
  const { t, words } = useTexts()
  return (
    <ListTable
      {...useTable()}
      dataSource={rows}
      columns={[
        { title: t('administration.resource.layer'), width: 200, render: (_, { title }) => words(title) },
        { title: t('administration.resource.code'), width: 120, render: (_, { code }) => <code>{code}</code> },
        { title: t('administration.resource.fields'), width: 70, align: 'right', dataIndex: 'fields' },
        ...useSharedColumns(onEdit),
      ]}
    />
  )
}

export function FunctionTable({ rows, onEdit }: Props<Resources['functions'][number]>) {
  const texts = useTexts()
  const { t } = texts
  return (
    <ListTable
      {...useTable()}
      dataSource={rows}
      columns={[
        { title: t('administration.resource.function'), width: 220, render: (_, { code }) => wordsOfVerb(code, texts) },
        { title: t('administration.resource.code'), width: 280, render: (_, { code }) => <code>{code}</code> },
        ...useSharedColumns(onEdit),
      ]}
    />
  )
}
