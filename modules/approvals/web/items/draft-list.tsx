import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'

/** Filings begun and not sent: one press goes on with them. */
export function DraftList() {
  const { t } = useTexts()
  const { data } = useAsk('approvals.draft.list')
  const drop = useCall('approvals.draft.drop')
  if (!data || data.rows.length === 0) return null
  return (
    <section className="card draft-list" aria-label={t('approvals.drafts')}>
      <h2 className="section-title">{t('approvals.drafts')}</h2>
      <ul>
        {data.rows.map(({ id, item, title, savedAt }) => (
          <li key={id}>
            <Link to={`/filing/${item}?draft=${id}`}>{title || t('approvals.draft.untitled')}</Link>
            <span className="quiet">{item}</span>
            <span className="quiet number">{t('approvals.draft.savedAt', { at: instant(savedAt) })}</span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('approvals.draft.drop')}
              onClick={() => drop.mutate({ id })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
