import { Skeleton } from 'antd'
import { useParams } from 'react-router'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import '../messages.css'

/** One piece of news, as its readers see it. */
export default function StoryPage() {
  const { t } = useTexts()
  const { newsId = '' } = useParams()
  const { data, error } = useAsk('messages.news.view', { id: newsId })
  return (
    <Page title={data?.title ?? t('messages.news.read')}>
      <article className="card news-story">
        <RefusalNotice error={error} />
        {!data && !error && <Skeleton active />}
        {data && (
          <>
            <span className="quiet">
              {instant(data.publishedAt)} · {data.writtenBy}
            </span>
            <p>{data.body}</p>
          </>
        )}
      </article>
    </Page>
  )
}
