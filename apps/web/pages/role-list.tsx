import { Skeleton } from 'antd'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk } from '../../ui/queries.ts'
import { wordsOfVerbs } from '../../ui/verb-words.ts'

/** Roles with the acts they allow, in words where a text exists. */
export function RoleList() {
  const { language, ...texts } = useTexts()
  const { data, error, refetch } = useAsk('administration.role.list')
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
            {wordsOfVerbs(role.verbs, texts).map(({ words, verbs }) => (
              <span key={words} className="tag" title={verbs.join('\n')}>
                {words}
              </span>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
