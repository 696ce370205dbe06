import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { RuleRow } from '../answers.ts'

/** 业务规则 (XX018): what is in force, what it asks and answers, who uses it and how often. */
export default function RulesPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const extra = can('processes.decision.list') && (
    <Link to="/processes/decisions">
      <Button>{t('processes.rules.manage')}</Button>
    </Link>
  )
  return (
    <Page title={t('processes.rules')} note={t('processes.rules.note')} extra={extra}>
      <div className="card card-fill">
        <DataTable<RuleRow>
          id="processes.rule.list"
          title={t('processes.rules')}
          query="processes.rule.list"
          rowKey={({ key }) => key}
          columns={useColumns()}
          filters={[{ name: 'text', label: t('processes.search'), kind: 'text' }]}
          onOpen={({ key }) => go(`/rules/${key}`)}
          empty={<EmptyState title={t('processes.rules.empty')} next={t('processes.rules.empty.next')} />}
        />
      </div>
    </Page>
  )
}

function useColumns(): TableColumn<RuleRow>[] {
  const { t, words, said } = useTexts()
  return [
    { key: 'title', title: t('processes.column.title'), width: 210, isName: true, value: (row) => said(row.title) },
    { key: 'key', title: t('processes.column.key'), width: 190, optional: true, value: (row) => row.key },
    {
      key: 'asks',
      title: t('processes.rule.column.asks'),
      width: 250,
      value: (row) => row.inputs.map(said).join(t('common.comma')),
    },
    {
      key: 'answers',
      title: t('processes.rule.column.answers'),
      width: 200,
      value: (row) => row.outputs.map(said).join(t('common.comma')),
    },
    { key: 'rules', title: t('processes.rule.column.rules'), width: 70, type: 'integer', value: (row) => row.rules },
    { key: 'version', title: t('processes.column.version'), width: 70, type: 'integer', value: (row) => row.version },
    { key: 'calls', title: t('processes.rule.column.calls'), width: 110, type: 'integer', value: (row) => row.calls },
    {
      ...{ key: 'usedBy', title: t('processes.column.usedBy'), width: 180, optional: true },
      value: (row) => row.usedBy.map(({ title }) => words(title)).join(t('common.comma')),
    },
    {
      ...{ key: 'publishedBy', title: t('processes.column.publishedBy'), width: 120 },
      value: (row) => row.publishedBy ?? t('processes.program'),
    },
    {
      ...{ key: 'publishedAt', title: t('processes.column.publishedAt'), width: 150, type: 'date' },
      value: (row) => instant(row.publishedAt),
    },
  ]
}
