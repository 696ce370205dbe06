import { Skeleton } from 'antd'
import { Link } from 'react-router'
import type { AnswerOf } from '../api-types.ts'
import { RefusalNotice } from '../components/refusal-notice.tsx'
import { day } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useAsk } from '../queries.ts'

type Version = AnswerOf<'onemap.history'>['versions'][number]

/** Every version of a feature with the change set and the cases that made it, and the features it came from. */
export function FeatureHistory({ layer, id }: { layer: string; id: number }) {
  const { t } = useTexts()
  const { data, error } = useAsk('onemap.history', { layer, id })
  if (error) return <RefusalNotice error={error} />
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  return (
    <ol>
      {[...data.versions].reverse().map((version) => (
        <VersionLine key={version.version} {...version} />
      ))}
      {data.parents.length > 0 && (
        <li className="quiet">{t('map.history.parents', { ids: data.parents.join(t('common.comma')) })}</li>
      )}
      {data.children.length > 0 && (
        <li className="quiet">{t('map.history.children', { ids: data.children.join(t('common.comma')) })}</li>
      )}
    </ol>
  )
}

function VersionLine({ version, validFrom, validTo, madeBy }: Version) {
  const { t } = useTexts()
  return (
    <li className="opinion">
      <div className="opinion-head">
        <strong>{t('map.history.version', { version })}</strong>
        {!validTo && <span className="tag tag-strong">{t('map.history.current')}</span>}
        <span className="quiet number">
          {validTo
            ? t('map.history.until', { from: day(validFrom), to: day(validTo) })
            : t('map.history.from', { from: day(validFrom) })}
        </span>
      </div>
      <div>{t('map.history.madeBy', { title: madeBy.title })}</div>
      {madeBy.caseIds.map((caseId) => (
        <Link key={caseId} to={`/cases/${caseId}`}>
          {t('map.history.case')}
        </Link>
      ))}
    </li>
  )
}
