import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import type { KnownPhoto } from '../work/photos-of-work.ts'

/** 已保存 on the phone · 待上报 · 已上报 · 需处理 */
export function PhotoState({ photo: { kept }, work }: { photo: KnownPhoto; work: TaskWork }) {
  const { t } = useTexts()
  const operation = work.operations.find(({ id }) => id === kept?.operationId)
  const state = !kept
    ? 'received'
    : operation?.state === 'done'
      ? 'received'
      : operation?.state === 'aside'
        ? 'aside'
        : kept.receipt
          ? 'sent'
          : kept.isLost
            ? 'lost'
            : 'saved'
  return <span className={`state state-photo-${state}`}>{t(`field.photo.${state}`)}</span>
}
