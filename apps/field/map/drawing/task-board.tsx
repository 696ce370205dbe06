import { useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { boxOf } from '../../../ui/map/map-handle.ts'
import { useBusy } from '../../parts/use-busy.ts'
import type { KeptPerson } from '../../store/field-database.ts'
import { newId } from '../../store/new-id.ts'
import { dropThing, keepThing } from '../../store/things.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { DrawingBoard } from './drawing-board.tsx'
import type { Sheet } from './rules/sheet.ts'
import { saveDrawn, sheetOf } from './task-patches.ts'

type Props = { person: KeptPerson; work: TaskWork; draft: Sheet | undefined; onClose: () => void }

export const draftName = (taskId: string) => `drawing/${taskId}`

/** 勾画图斑 of a task: every step is kept, so that a crash loses none; saved it becomes acts to be sent. */
export function TaskBoard({ person, work, draft, onClose }: Props) {
  const { t } = useTexts()
  const [before] = useState(() => sheetOf(work))
  const [first, setFirst] = useState(() => draft ?? before)
  const [round, setRound] = useState(0)
  const name = draftName(work.task.id)
  const range = work.task.package!.range
  const [isBusy, run] = useBusy()
  const save = async (drawn: Sheet) => {
    await saveDrawn(person.id, work, before, drawn)
    await dropThing(person.id, name)
    onClose()
  }
  const takeWhole = () => {
    setFirst({ ...before, shapes: [{ id: newId(), geometry: before.range! }] })
    setRound(round + 1)
  }
  return (
    <DrawingBoard
      key={round}
      {...{ person: person.id, first, start: boxOf({ type: 'MultiPolygon', coordinates: range }) ?? null }}
      title={t('field.draw.title', { number: work.task.number })}
      onStep={(sheet) => void keepThing(person.id, name, sheet)}
      onCancel={onClose}
      done={(sheet) =>
        sheet.shapes.length === 0 && before.shapes.length === 0 ? (
          <button type="button" className="button" onClick={takeWhole}>
            {t('field.draw.whole')}
          </button>
        ) : (
          <button type="button" className="button button-main" disabled={isBusy} onClick={() => run(() => save(sheet))}>
            {t('field.draw.save', { count: sheet.shapes.length })}
          </button>
        )
      }
    />
  )
}
