import { Button } from 'antd'
import type { TaskView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { OpinionInput } from './case/opinion-input.tsx'

type Props = { task: TaskView; revision: number; opinion: string; onChange: (text: string) => void }

/** 签署: what one was asked for before somebody else decides (前加签); the form is theirs, the opinion one's own. */
export function SignBefore({ task, revision, opinion, onChange }: Props) {
  const { t } = useTexts()
  const { mutate, isPending, error } = useCall('casework.task.sign')
  return (
    <div className="sign-before">
      <p className="quiet">{t('cases.sign.hint')}</p>
      <OpinionInput value={opinion} onChange={onChange} />
      <Button
        block
        type="primary"
        loading={isPending}
        disabled={opinion.trim() === ''}
        onClick={() => mutate({ taskId: task.id, opinion, revision })}
      >
        {t('cases.act.sign')}
      </Button>
      <RefusalNotice error={error} />
    </div>
  )
}
