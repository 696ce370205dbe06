import type { AnswerOf } from '../../../ui/api-types.ts'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import { useFetched } from '../use-fetched.ts'
import './messages.css'

type News = AnswerOf<'messages.news.read'>['rows'][number]

/** 内部新闻: the list, or one of them; as pulled last when there is no network. */
export function NewsPage({ person, sync, parts }: PageProps) {
  const { t } = useTexts()
  const { data, problem, retry } = useFetched<{ rows: News[] }>(person.id, 'messages.news.read')
  const open = data?.rows.find(({ id }) => id === parts[0])
  const isList = !parts[0]
  return (
    <>
      <TopBar title={t('messages.news.read')} back={isList ? '#/' : '#/news'} sync={sync} />
      <main className="list">
        {problem && !data && <Notice problem={problem} onRetry={retry} />}
        {data && isList && data.rows.length === 0 && <EmptyNote title={t('field.news.none')} />}
        {data && isList && <NewsList rows={data.rows} />}
        {data && !isList && !open && <EmptyNote title={t('messages.news.unknown')} />}
        {open && <Story news={open} />}
      </main>
    </>
  )
}

function NewsList({ rows }: { rows: News[] }) {
  return (
    <ul>
      {rows.map(({ id, title, publishedAt, writtenBy }) => (
        <li key={id}>
          <a className="message message-new" href={`#/news/${id}`}>
            <span className="message-text">{title}</span>
            <span className="quiet">
              {instant(publishedAt)} · {writtenBy}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Story({ news: { title, body, publishedAt, writtenBy } }: { news: News }) {
  return (
    <article>
      <h2 className="page-title">{title}</h2>
      <p className="quiet">
        {instant(publishedAt)} · {writtenBy}
      </p>
      <p className="news-body">{body}</p>
    </article>
  )
}
