import { Link } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { RuleView } from '../answers.ts'

/** Processes in force that ask the rule at a step, and items whose applications it reviews. */
export function Users({ name, processes }: { name: string; processes: RuleView['usedBy'] }) {
  const { t, words } = useTexts()
  const { can } = useSession()
  const items = useAsk('approvals.item.list', { rule: name, pageSize: 200 })
  const rows = items.data?.rows ?? []
  if (processes.length === 0 && rows.length === 0)
    return <EmptyState small title={t('processes.rule.users')} next={t('processes.rule.users.none')} />
  return (
    <ul className="rule-users">
      {processes.map(({ process, title, version }) => (
        <li key={process}>
          <span className="tag">{t('processes.rule.users.process')}</span>
          {can('processes.version.list') ? (
            <Link to={`/processes/of/process/${process}`}>{words(title)}</Link>
          ) : (
            words(title)
          )}
          <span className="quiet">
            {t('processes.column.version')} {version}
          </span>
        </li>
      ))}
      {rows.map(({ code, title, version }) => (
        <li key={code}>
          <span className="tag">{t('processes.rule.users.item')}</span>
          <Link to={`/items/${code}`}>{words(title)}</Link>
          <span className="quiet">
            {code} · {t('processes.column.version')} {version}
          </span>
        </li>
      ))}
    </ul>
  )
}
