import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ProposalView } from '../answers.ts'
import './items.css'
import { ProposalActs, useProposalCalls } from './proposal-acts.tsx'
import { usePartWords } from './use-part-words.tsx'

/** 待确认的事项: what a change of an item would change, for the second person who publishes it or sends it back. */
export default function ProposalPage() {
  const { code = '' } = useParams()
  const { data, error, refetch } = useAsk('approvals.item.proposal', { code })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  return data ? <Proposal view={data} /> : <PageSkeleton />
}

function Proposal({ view }: { view: ProposalView }) {
  const { t, words } = useTexts()
  const calls = useProposalCalls()
  const { proposal } = view
  const told = { by: proposal.proposedBy.name, at: instant(proposal.proposedAt), version: proposal.after + 1 }
  return (
    <Page
      title={t('approvals.proposal', { title: words(proposal.definition.title) })}
      note={t('approvals.proposal.note', { ...told, reason: proposal.reason })}
      extra={proposal.declined ? <ChangeAgain code={proposal.code} /> : <ProposalActs view={view} calls={calls} />}
    >
      <RefusalNotice error={calls.error} />
      {proposal.declined && (
        <p className="card proposal-note" role="status">
          {t('approvals.proposal.declined', { by: proposal.declined.by.name, reason: proposal.declined.reason })}
        </p>
      )}
      <div className="card item-card proposal-card">
        <Section title={t('approvals.proposal.changes')}>
          {view.changes.length === 0 ? (
            <p className="quiet">{t('approvals.proposal.same')}</p>
          ) : (
            <Changes view={view} />
          )}
        </Section>
      </div>
    </Page>
  )
}

function Changes({ view }: { view: ProposalView }) {
  const { t } = useTexts()
  const { label, value } = usePartWords(view)
  return (
    <table className="plain-table proposal-table">
      <thead>
        <tr>
          <th>{t('approvals.proposal.part')}</th>
          {view.version !== null && <th>{t('approvals.proposal.before')}</th>}
          <th>{t('approvals.proposal.after')}</th>
        </tr>
      </thead>
      <tbody>
        {view.changes.map(({ part, before, after }) => (
          <tr key={part}>
            <th scope="row">{label(part)}</th>
            {view.version !== null && <td>{value(part, before)}</td>}
            <td>{value(part, after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ChangeAgain({ code }: { code: string }) {
  const { t } = useTexts()
  const { can } = useSession()
  return can('approvals.item.propose') ? (
    <Link to={`/items/${code}/edit`}>
      <Button type="primary">{t('approvals.proposal.again')}</Button>
    </Link>
  ) : null
}
