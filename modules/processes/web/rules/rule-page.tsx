import { DownloadOutlined } from '@ant-design/icons'
import { Button, Select, Tabs } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { addressOf } from '../../../../apps/ui/api.ts'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { RuleView } from '../answers.ts'
import { TableView } from '../table/table-view.tsx'
import { Batch } from './batch.tsx'
import { Bench } from './bench.tsx'
import { Calls } from './calls.tsx'
import './rules.css'
import { Service } from './service.tsx'
import { Users } from './users.tsx'

/** One rule: its table, a bench to try it on, who uses it, and what it was asked. */
export default function RulePage() {
  const { key = '' } = useParams()
  const [params] = useSearchParams()
  const version = params.get('version')
  const { data, error, refetch } = useAsk(
    'processes.rule.view',
    { key, ...(version && { version: Number(version) }) },
    { keep: true },
  )
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  return data ? <Rule key={data.version} rule={data} /> : <PageSkeleton />
}

function Rule({ rule }: { rule: RuleView }) {
  const { t, said } = useTexts()
  const [hits, setHits] = useState<string[]>([])
  const { key, table, version } = rule
  const parts = [
    {
      key: 'users',
      label: `${t('processes.rule.users')}`,
      children: <Users name={key} processes={rule.usedBy} />,
    },
    { key: 'batch', label: t('processes.rule.batch'), children: <Batch rule={rule} /> },
    { key: 'calls', label: t('processes.rule.calls.title'), children: <Calls name={key} table={table} /> },
    { key: 'service', label: t('processes.rule.service'), children: <Service rule={rule} /> },
  ]
  return (
    <Page title={said(table.name)} note={key} extra={<Acts rule={rule} />}>
      <div className="rule">
        <section className="card card-pad rule-table">
          <TableView table={table} hits={hits} counts={rule.hits} />
        </section>
        <section className="card card-pad rule-bench" aria-label={t('processes.rule.bench')}>
          <Bench key={version} table={table} inputs={rule.inputs} onHits={setHits} />
        </section>
        <section className="card card-pad rule-parts">
          <Tabs items={parts} />
        </section>
      </div>
    </Page>
  )
}

function Acts({ rule: { key, version, versions } }: { rule: RuleView }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [, setParams] = useSearchParams()
  return (
    <>
      <Select
        aria-label={t('processes.rule.choose')}
        style={{ width: 300 }}
        value={version}
        options={versions.map((one) => ({
          value: one.version,
          label: t('processes.rule.version', {
            version: one.version,
            by: one.publishedBy ?? t('processes.program'),
            at: instant(one.publishedAt),
          }),
        }))}
        onChange={(next) => setParams(next === versions[0]?.version ? {} : { version: String(next) })}
      />
      {can('processes.version.export') && (
        <a href={addressOf('processes.version.export', { kind: 'decision', key, version })} download>
          <Button icon={<DownloadOutlined />}>{t('processes.rule.export')}</Button>
        </a>
      )}
      {can('processes.version.list') && (
        <Link to={`/processes/of/decision/${key}`}>
          <Button>{t('processes.rule.change')}</Button>
        </Link>
      )}
    </>
  )
}
