import { Link } from 'react-router'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'

/** Items somebody has changed that a second person has yet to publish; of a new item it is the only place it stands. */
export function ProposalList() {
  const { t, words } = useTexts()
  const { data } = useAsk('approvals.item.proposals')
  if (!data || data.rows.length === 0) return null
  return (
    <section className="card draft-list" aria-label={t('approvals.proposals')}>
      <h2 className="section-title">{t('approvals.proposals')}</h2>
      <ul>
        {data.rows.map(({ code, definition, proposedBy, proposedAt, declined }) => (
          <li key={code}>
            <Link to={`/items/${code}/proposal`}>{words(definition.title)}</Link>
            <span className="quiet">{code}</span>
            <span className="quiet">{proposedBy.name}</span>
            <span className="quiet number">{instant(proposedAt)}</span>
            {declined && (
              <span>{t('approvals.proposal.declined', { by: declined.by.name, reason: declined.reason })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
