import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ResultPreview } from '../answers.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'

/** Apply, abandon; once applied, take back by an answering set. */
export function SetActs({ set }: { set: ResultPreview }) {
  const { t } = useTexts()
  const { can } = useSession()
  const { message } = App.useApp()
  const go = useNavigate()
  const [asking, setAsking] = useState<'abandon' | 'revert' | null>(null)
  const apply = useCall('landuse.result.apply')
  const isDraft = set.state === 'draft' || set.state === 'checked' || set.state === 'reserved'
  const isStanding = set.state === 'applied' && !set.revertedBy
  const send = () =>
    apply.mutate(
      { changeSetId: set.id },
      { onSuccess: () => void message.success(t('landuse.set.applied.done', { title: set.title })) },
    )
  return (
    <>
      {apply.error && <RefusalNotice error={apply.error} />}
      <div className="panel-foot">
        {isDraft && can('landuse.result.abandon') && (
          <Button onClick={() => setAsking('abandon')}>{t('landuse.result.abandon')}</Button>
        )}
        {isStanding && can('landuse.result.revert') && (
          <Button danger onClick={() => setAsking('revert')}>
            {t('landuse.result.revert')}
          </Button>
        )}
        {isDraft && can('landuse.result.apply') && (
          <Popconfirm
            title={t('landuse.set.apply.ask', { title: set.title, count: set.items.length })}
            okText={t('landuse.result.apply')}
            onConfirm={send}
          >
            <Button type="primary" disabled={set.problems.length > 0} loading={apply.isPending}>
              {t('landuse.result.apply')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {asking && (
        <ReasonDialog
          verb={`landuse.result.${asking}`}
          title={t(`landuse.result.${asking}`)}
          ask={t(`landuse.set.${asking}.ask`, { title: set.title })}
          input={{ changeSetId: set.id }}
          danger
          onClose={() => setAsking(null)}
          onDone={() => asking === 'abandon' && void go('/results')}
        />
      )}
    </>
  )
}
