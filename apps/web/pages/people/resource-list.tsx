import { Segmented, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { day } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { wordsOfVerb } from '../../../ui/verb-words.ts'
import './people.css'

type Resources = AnswerOf<'administration.resource.list'>
const KINDS = ['businesses', 'layers', 'functions'] as const
type Kind = (typeof KINDS)[number]

/** 资源 (SH139): businesses, data and functions there are, and the roles that reach them. */
export function ResourceList() {
  const { t } = useTexts()
  const [kind, setKind] = useState<Kind>('businesses')
  const { data, error, refetch } = useAsk('administration.resource.list')
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active style={{ padding: 16 }} />
  return (
    <div className="parts">
      <div className="role role-head">
        <Segmented<Kind>
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({
            value,
            label: t(`administration.resource.${value}`, { count: data[value].length }),
          }))}
        />
        <span className="quiet">{t(`administration.resource.${kind}.note`)}</span>
      </div>
      {kind === 'businesses' && <Businesses rows={data.businesses} />}
      {kind === 'layers' && <Layers rows={data.layers} />}
      {kind === 'functions' && <Functions rows={data.functions} />}
    </div>
  )
}

const SMALL = { size: 'small' as const, pagination: false as const }
type Named = Resources['layers'][number]['roles']

function Roles({ roles }: { roles: Named }) {
  const { t, words } = useTexts()
  if (roles.length === 0) return <span className="quiet">{t('administration.resource.unlimited')}</span>
  return (
    <span className="role-verbs">
      {roles.map(({ code, title }) => (
        <span key={code} className="tag">
          {words(title)}
        </span>
      ))}
    </span>
  )
}

function Businesses({ rows }: { rows: Resources['businesses'] }) {
  const { t, words } = useTexts()
  const { can } = useSession()
  return (
    <Table
      {...SMALL}
      rowKey="key"
      dataSource={rows}
      columns={[
        {
          ...{ title: t('administration.resource.business'), width: 260 },
          render: (_, { key, title }) =>
            can('processes.list') ? <Link to={`/processes/of/process/${key}`}>{words(title)}</Link> : words(title),
        },
        { title: t('administration.resource.code'), width: 260, render: (_, { key }) => <code>{key}</code> },
        { title: t('administration.resource.version'), width: 80, align: 'right', dataIndex: 'version' },
        { title: t('administration.resource.published'), width: 120, render: (_, row) => day(row.publishedAt) },
        { title: t('administration.resource.running'), width: 100, align: 'right', dataIndex: 'running' },
        { title: t('administration.resource.roles'), render: (_, { roles }) => <Roles roles={roles} /> },
      ]}
    />
  )
}

function Layers({ rows }: { rows: Resources['layers'] }) {
  const { t, words } = useTexts()
  return (
    <Table
      {...SMALL}
      rowKey="name"
      dataSource={rows}
      columns={[
        { title: t('administration.resource.layer'), width: 220, render: (_, { title }) => words(title) },
        { title: t('administration.resource.code'), width: 140, render: (_, { name }) => <code>{name}</code> },
        { title: t('administration.resource.fields'), width: 90, align: 'right', dataIndex: 'fields' },
        { title: t('administration.resource.roles'), render: (_, { roles }) => <Roles roles={roles} /> },
      ]}
    />
  )
}

function Functions({ rows }: { rows: Resources['functions'] }) {
  const texts = useTexts()
  const { t } = texts
  return (
    <Table
      {...SMALL}
      rowKey="verb"
      dataSource={rows}
      columns={[
        { title: t('administration.resource.function'), width: 260, render: (_, { verb }) => wordsOfVerb(verb, texts) },
        { title: t('administration.resource.code'), width: 320, render: (_, { verb }) => <code>{verb}</code> },
        { title: t('administration.resource.roles'), render: (_, { roles }) => <Roles roles={roles} /> },
      ]}
    />
  )
}
