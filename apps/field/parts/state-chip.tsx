import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { TaskState } from '../store/task-state.ts'

export function StateChip({ state }: { state: TaskState }) {
  const { t } = useTexts()
  return <span className={`state state-${state}`}>{t(`field.state.${state}`)}</span>
}
