import { Alert, Button } from 'antd'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { DraftNotice as Notice } from './draft-standing.ts'

type Props = { notice: Notice | null; isOffline: boolean; onTakeMine: () => void; onClose: () => void }

/** What has become of a draft while one was not looking: no line, a newer one, an older one put back, another who has it now. */
export function DraftNotice({ notice, isOffline, onTakeMine, onClose }: Props) {
  const { t } = useTexts()
  if (isOffline)
    return (
      <Alert className="refusal form-notice" type="warning" showIcon role="status" title={t('form.draft.offline')} />
    )
  if (!notice) return null
  const mine = notice.kind === 'elsewhere' && notice.mine && (
    <Button size="small" onClick={onTakeMine}>
      {t('form.draft.mine')}
    </Button>
  )
  return (
    <Alert
      className="refusal form-notice"
      type={notice.kind === 'elsewhere' || notice.kind === 'lost' ? 'warning' : 'info'}
      showIcon
      role="status"
      title={t(`form.draft.${notice.kind}`, 'by' in notice ? { by: notice.by } : { at: notice.at })}
      action={mine || null}
      closable={{ onClose }}
    />
  )
}
