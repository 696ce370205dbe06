import { Steps } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { DesignView } from '../answers.ts'
import type { Saving } from './use-draft.ts'

export function SavingWord({ saving, isEditable }: { saving: Saving; isEditable: boolean }) {
  const { t } = useTexts()
  if (!isEditable) return null
  return (
    <span className="quiet" role="status">
      {t(`processes.saving.${saving.state}`)}
    </span>
  )
}

/** 绘制 → 检查 → 提交 → 确认生效, with who did it. */
export function Progress({ design, errors }: { design: DesignView['design']; errors: number }) {
  const { t } = useTexts()
  const current = { draft: errors > 0 ? 1 : 2, submitted: 3, published: 4, dropped: 0 }[design.state]
  const items = [
    { title: t('processes.stage.drawn'), content: design.changedBy.name },
    {
      title: t('processes.stage.checked'),
      content: errors > 0 ? t('processes.stage.errors', { errors }) : t('processes.stage.sound'),
    },
    {
      title: t('processes.stage.submitted'),
      content: design.state === 'draft' ? '' : (design.submittedBy?.name ?? ''),
    },
    {
      title: t('processes.stage.published'),
      content:
        design.state === 'published' ? `${design.answeredBy?.name} · ${design.version}` : t('processes.stage.another'),
    },
  ]
  return (
    <div className="design-progress">
      <Steps
        size="small"
        current={current}
        status={errors > 0 && design.state === 'draft' ? 'error' : 'process'}
        items={items}
      />
      {design.note && design.state !== 'draft' && (
        <p className="quiet">{t('processes.stage.note', { note: design.note })}</p>
      )}
      {design.answer && (
        <p className="sent-back" role="alert">
          {t('processes.stage.sentBack', { name: design.answeredBy?.name ?? '', reason: design.answer })}
        </p>
      )}
    </div>
  )
}
