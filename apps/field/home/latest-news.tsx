import type { AnswerOf } from '../../ui/api-types.ts'
import { day } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useFetched } from './use-fetched.ts'
import '../parts/task-links.css'

const LATEST = 2

/** The newest pieces of news; nothing where there are none. */
export function LatestNews({ person }: { person: string }) {
  const { t } = useTexts()
  const { data } = useFetched<AnswerOf<'messages.news.read'>>(person, 'messages.news.read')
  if (!data || data.rows.length === 0) return null
  return (
    <>
      <h2 className="section-name">
        {t('messages.news.read')}
        <a className="section-more" href="#/news">
          {t('field.home.more')}
        </a>
      </h2>
      <ul>
        {data.rows.slice(0, LATEST).map(({ id, title, publishedAt }) => (
          <li key={id}>
            <a className="due" href={`#/news/${id}`}>
              <span className="due-what">{title}</span>
              <span className="quiet">{day(publishedAt)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
