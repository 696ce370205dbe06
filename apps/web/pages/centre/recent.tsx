import { Link } from 'react-router'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { Lamp } from '../../../ui/components/lamp.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'

/** 最近办理: back to where one was. */
export function Recent() {
  const { t } = useTexts()
  const { data, error, refetch } = useAsk('centre.recent')
  return (
    <section className="card card-pad">
      <h2 className="table-title">{t('centre.recent')}</h2>
      <RefusalNotice error={error} onRetry={() => refetch()} />
      {data?.rows.length === 0 && (
        <EmptyState small title={t('centre.recent.none')} next={t('centre.recent.none.next')} />
      )}
      <ul className="centre-recent">
        {data?.rows.map(({ id, number, title, state, lamp, at }) => (
          <li key={id}>
            <Link to={`/cases/${id}`}>{title}</Link>
            <span className="quiet number">{number}</span>
            {state === 'running' ? <Lamp lamp={lamp} /> : <span className="quiet">{t(`cases.state.${state}`)}</span>}
            <span className="quiet number">{instant(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
