import { CheckOutlined, SwapOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { Page, PageSkeleton } from '../../../ui/components/page.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk } from '../../../ui/queries.ts'
import { useWorklistCounts } from '../use-worklist-counts.ts'
import { BusinessGroup } from './business-group.tsx'
import type { Card } from './card.ts'
import './centre.css'
import { Functions } from './functions.tsx'
import { Headline } from './headline.tsx'
import { Recent } from './recent.tsx'
import { useCards } from './use-cards.ts'

/** Told in this order; a business of another name stands with the others. */
const GROUPS = ['approvals', 'landuse', 'ownership', 'fieldwork', 'quality']

/** 业务中心 (XX023): everything one works in, what waits there, where to begin, and what one touched last. */
export default function CentrePage() {
  const { data, error, refetch } = useAsk('centre.business.list', {}, { refetchInterval: 30_000 })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  return data ? <Centre rows={data.rows} /> : <PageSkeleton />
}

function Centre({ rows }: { rows: Card[] }) {
  const { t } = useTexts()
  const [isArranging, setArranging] = useState(false)
  const cards = useCards(rows)
  const counts = useWorklistCounts()
  const favourites = cards.rows.filter(({ isFavourite }) => isFavourite)
  const groups = Map.groupBy(
    cards.rows.filter(({ isFavourite }) => !isFavourite),
    ({ group }) => (GROUPS.includes(group) ? group : 'other'),
  )
  const arrange = rows.length > 1 && (
    <Button icon={isArranging ? <CheckOutlined /> : <SwapOutlined />} onClick={() => setArranging(!isArranging)}>
      {t(isArranging ? 'centre.arranged' : 'centre.arrange')}
    </Button>
  )
  return (
    <Page title={t('centre.title')} note={t('centre.note')} extra={arrange}>
      <div className="centre">
        {counts.data && <Headline counts={counts.data} />}
        <RefusalNotice error={cards.error} />
        {rows.length === 0 && (
          <div className="card card-pad">
            <EmptyState title={t('centre.none')} next={t('centre.none.next')} />
          </div>
        )}
        {favourites.length > 0 && (
          <BusinessGroup name="favourites" rows={favourites} cards={cards} isArranging={isArranging} />
        )}
        {[...GROUPS, 'other'].map((name) => (
          <BusinessGroup key={name} name={name} rows={groups.get(name) ?? []} cards={cards} isArranging={isArranging} />
        ))}
        <div className="centre-foot">
          <Recent />
          <Functions />
        </div>
      </div>
    </Page>
  )
}
