import { App, Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { BatchView } from '../answers.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'

/** Takes the delivery back before any case is open, so that a corrected one can come. */
export function WithdrawBatch({ batch }: { batch: BatchView }) {
  const { t } = useTexts()
  const { can } = useSession()
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  if (!can('landuse.batch.cancel', { area: batch.areaCode, business: 'landuse' })) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('landuse.batch.withdraw')}</Button>
      {isAsking && (
        <ReasonDialog
          verb="landuse.batch.cancel"
          title={t('landuse.batch.withdraw')}
          ask={t('landuse.batch.withdraw.ask', { number: batch.number })}
          input={{ batchId: batch.id }}
          danger
          onClose={() => setAsking(false)}
          onDone={() => void message.success(t('landuse.batchState.cancelled'))}
        />
      )}
    </>
  )
}
