import { Button } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Facts, Section } from '../../../../apps/ui/components/section.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ItemView } from '../answers.ts'
import './items.css'

/** 办事指南: one item as it stands, or as it stood in an earlier version. */
export default function ItemPage() {
  const { code = '' } = useParams()
  const [params] = useSearchParams()
  const version = params.get('version')
  const { data, error, refetch } = useAsk('approvals.item.view', { code, ...(version && { version: Number(version) }) })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  return data ? <Item view={data} /> : <PageSkeleton />
}

function Item({ view }: { view: ItemView }) {
  const { t, words } = useTexts()
  const { item } = view
  return (
    <Page
      title={words(item.title)}
      note={`${item.code} · ${t(`approvals.kind.${item.kind}`)}`}
      extra={<Acts view={view} />}
    >
      <Waiting code={item.code} />
      <div className="item-page">
        <div className="card item-card">
          <Section title={t('approvals.item.about')}>
            <Facts rows={useFacts(view)} />
          </Section>
          <Section title={t('approvals.item.legalBasis')}>
            <ul className="law-list">
              {item.legalBasis.map((law) => (
                <li key={law}>{law}</li>
              ))}
            </ul>
          </Section>
        </div>
        <div className="card item-card">
          <Section title={t('approvals.item.materialList')}>
            <MaterialTable view={view} />
          </Section>
          <Section title={t('approvals.item.versions')}>
            <Versions view={view} />
          </Section>
        </div>
      </div>
    </Page>
  )
}

/** Somebody has changed it, and a second person has yet to publish that. */
function Waiting({ code }: { code: string }) {
  const { t } = useTexts()
  const { can } = useSession()
  const { data } = useAsk('approvals.item.proposals', {}, { enabled: can('approvals.item.proposals') })
  const proposal = data?.rows.find((one) => one.code === code)
  if (!proposal) return null
  const { declined, proposedBy } = proposal
  return (
    <p className="card proposal-note" role="status">
      {declined
        ? t('approvals.proposal.declined', { by: declined.by.name, reason: declined.reason })
        : t('approvals.proposal.waits', { by: proposedBy.name })}
      <Link to={`/items/${code}/proposal`}>{t('approvals.proposal.see')}</Link>
    </p>
  )
}

function Acts({ view: { item } }: { view: ItemView }) {
  const { t } = useTexts()
  const { can } = useSession()
  return (
    <>
      {can('approvals.item.chain') && (
        <Link to={`/items/${item.code}/chain`}>
          <Button>{t('approvals.chain')}</Button>
        </Link>
      )}
      {can('approvals.item.propose') && (
        <Link to={`/items/${item.code}/edit`}>
          <Button>{t('approvals.item.edit')}</Button>
        </Link>
      )}
      {item.open && can('approvals.case.file') && (
        <Link to={`/filing/${item.code}`}>
          <Button type="primary">{t('approvals.file')}</Button>
        </Link>
      )}
    </>
  )
}

function useFacts({ item, processTitle, organisationName, cosignerNames }: ItemView) {
  const { t, words } = useTexts()
  const days = (count: number | null) =>
    count === null ? t('approvals.item.noLimit') : t('approvals.workingDays', { count })
  return [
    [t('approvals.item.legalDays'), days(item.legalDays)],
    [t('approvals.item.promisedDays'), days(item.promisedDays)],
    [t('approvals.item.validity'), item.validity ?? '—'],
    [
      t('approvals.item.applicants'),
      item.applicants.map((kind) => t(`approvals.applicant.${kind}`)).join(t('common.comma')),
    ],
    [t('approvals.item.process'), words(processTitle)],
    [t('approvals.item.organisation'), organisationName ?? t('approvals.item.window')],
    [t('approvals.item.cosigners'), cosignerNames.join(t('common.comma')) || '—'],
    [t('approvals.item.stage'), item.stage ? t(`approvals.stage.${item.stage}`) : '—'],
    [
      t('approvals.item.requires'),
      item.requires.map((stage) => t(`approvals.stage.${stage}`)).join(t('common.comma')) || '—',
    ],
    [t('approvals.item.needsScope'), t(item.needsScope ? 'common.yes' : 'common.no')],
  ] as const
}

function MaterialTable({ view: { item } }: { view: ItemView }) {
  const { t } = useTexts()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('approvals.material')}</th>
          <th>{t('approvals.material.form')}</th>
          <th>{t('approvals.material.required')}</th>
        </tr>
      </thead>
      <tbody>
        {item.materials.map(({ key, title, form, required }) => (
          <tr key={key}>
            <td>{title}</td>
            <td>{t(`approvals.material.${form}`)}</td>
            <td>{t(required ? 'approvals.material.must' : 'approvals.material.may')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Versions({ view: { item, versions } }: { view: ItemView }) {
  const { t } = useTexts()
  return (
    <ul className="version-list">
      {versions.map(({ version, publishedAt, publishedBy, proposedBy, reason }) => (
        <li key={version} {...(version === item.version && { 'aria-current': 'true' })}>
          <Link to={`/items/${item.code}?version=${version}`}>{t('approvals.item.version', { version })}</Link>
          <span className="quiet number">{instant(publishedAt)}</span>
          {proposedBy && <span className="quiet">{t('approvals.item.proposedBy', { name: proposedBy.name })}</span>}
          {publishedBy && (
            <span className="quiet">
              {proposedBy ? t('approvals.item.publishedBy', { name: publishedBy.name }) : publishedBy.name}
            </span>
          )}
          <span>{publishedBy ? reason : t('approvals.item.byProgram')}</span>
        </li>
      ))}
    </ul>
  )
}
