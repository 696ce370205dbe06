import { FileAddOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import './filing.css'

/** 新建案件: the processes beside the catalogue of items of which one may file a case. */
export default function NewCasePage() {
  const { t, words, has } = useTexts()
  const { data, error, refetch } = useAsk('casework.process.filable', {})
  if (error) return <RefusalNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const business = (code: string) => (has(`business.${code}`) ? t(`business.${code}`) : code)
  return (
    <Page title={t('processes.filing.title')} note={t('processes.filing.note')}>
      {data.rows.length === 0 ? (
        <EmptyState title={t('processes.filing.none')} next={t('processes.filing.none.next')} />
      ) : (
        <ul className="filable">
          {data.rows.map(({ process, title, business: of, limitDays, version }) => (
            <li key={process}>
              <Link className="card filable-card" to={`/new-case/${process}`}>
                <FileAddOutlined aria-hidden />
                <b>{words(title)}</b>
                <span className="quiet">
                  {[
                    business(of) !== words(title) && business(of),
                    limitDays !== null && t('processes.filing.limit', { days: limitDays }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className="quiet">{t('processes.version.number', { version })}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
