import { Skeleton } from 'antd'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk } from '../../ui/queries.ts'

/** Roles with the acts they allow, in words where a text exists. */
export function RoleList() {
  const { t, has, language } = useTexts()
  const { data, error, refetch } = useAsk('administration.role.list')
  /** «landuse.batch.*» stands for everything of that kind. */
  const wordsOf = (verb: string) => {
    if (has(verb)) return t(verb)
    const kind = `verbs.${verb.replace(/\.?\*$/, '')}`
    return verb.endsWith('*') && has(kind) ? t('verbs.all', { what: t(kind) }) : verb
  }
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active style={{ padding: 16 }} />
  return (
    <div className="parts">
      {data.rows.map((role) => (
        <section className="role" key={role.code}>
          <div className="role-head">
            <strong>{language === 'en' ? role.title_en : role.title_zh}</strong>
            <code className="quiet">{role.code}</code>
          </div>
          <div className="role-verbs">
            {role.verbs.map((verb) => (
              <span key={verb} className="tag" title={verb}>
                {wordsOf(verb)}
              </span>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
