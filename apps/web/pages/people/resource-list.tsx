import { Input, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { wordsOfVerb } from '../../../ui/verb-words.ts'
import type { Described, ResourceKind, Resources } from './resource-columns.tsx'
import { ResourceDialog } from './resource-dialog.tsx'
import { BusinessTable, FunctionTable, LayerTable } from './resource-tables.tsx'
import './people.css'

const KINDS = ['businesses', 'layers', 'functions'] as const
type Kind = (typeof KINDS)[number]
const NAMED: Record<Kind, ResourceKind> = { businesses: 'business', layers: 'layer', functions: 'function' }

/** 资源 (SH139): businesses, data and functions with what is said of them and the roles that reach them; organisations, people and areas are one press away. */
export function ResourceList() {
  const texts = useTexts()
  const { t, words } = texts
  const { can } = useSession()
  const [kind, setKind] = useState<Kind>('businesses')
  const [text, setText] = useState('')
  const [edited, setEdited] = useState<Described | null>(null)
  const { data, error, refetch } = useAsk('administration.resource.list')
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active style={{ padding: 16 }} />
  const nameOf = (row: Described) => ('title' in row ? words(row.title as never) : wordsOfVerb(row.code, texts))
  const has = (row: Described) => `${nameOf(row)} ${row.code} ${row.card?.about ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()) // biome-ignore format: one row
  const shared = { onEdit: can('administration.resource.save') ? setEdited : null }
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
        <Input
          allowClear
          style={{ width: 220 }}
          value={text}
          placeholder={t('administration.resource.find')}
          aria-label={t('administration.resource.find')}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="quiet">{t(`administration.resource.${kind}.note`)}</span>
        <Elsewhere counts={data.counts} />
      </div>
      {kind === 'businesses' && <BusinessTable rows={data.businesses.filter(has)} {...shared} />}
      {kind === 'layers' && <LayerTable rows={data.layers.filter(has)} {...shared} />}
      {kind === 'functions' && <FunctionTable rows={data.functions.filter(has)} {...shared} />}
      {edited && (
        <ResourceDialog kind={NAMED[kind]} resource={edited} name={nameOf(edited)} onClose={() => setEdited(null)} />
      )}
    </div>
  )
}

/** Organisations, people and areas, each with the page it is maintained on. */
function Elsewhere({ counts: { organisations, people, areas } }: Pick<Resources, 'counts'>) {
  const { t } = useTexts()
  return (
    <span>
      <span className="quiet">{t('administration.resource.elsewhere')} </span>
      <Link to="/administration/organisations">
        {t('administration.resource.organisations.link', { count: organisations })}
      </Link>{' '}
      <Link to="/administration/people">{t('administration.resource.people.link', { count: people })}</Link>{' '}
      <Link to="/administration/organisations">{t('administration.resource.areas.link', { count: areas })}</Link>
    </span>
  )
}
