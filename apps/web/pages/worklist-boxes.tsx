import type { CSSProperties } from 'react'
import { count } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useSession } from '../../ui/session.ts'
import { useWorklistCounts, type WorklistCounts } from './use-worklist-counts.ts'

export const BOXES = ['todo', 'doing', 'done', 'circulated', 'suspended', 'supervised', 'extensions'] as const
export type BoxName = (typeof BOXES)[number]

/** Counting ends here (kernel/cases/count-boxes.ts). */
const MOST_COUNTED = 100_000

/** How much lies in each box, and how much of it is late. */
export function WorklistBoxes({ active, onChoose }: { active: BoxName; onChoose: (box: BoxName) => void }) {
  const { t } = useTexts()
  const { can } = useSession()
  const { data } = useWorklistCounts()
  const shownBoxes = BOXES.filter((box) => box !== 'extensions' || can('casework.case.decideExtensionMany'))
  return (
    <div className="boxes" style={{ '--boxes': shownBoxes.length } as CSSProperties}>
      {shownBoxes.map((box) => (
        <button key={box} type="button" className="box" aria-pressed={active === box} onClick={() => onChoose(box)}>
          <span className="quiet">{t(`worklist.${box}`)}</span>
          <span className="box-count number">{data ? shown(data[box]) : '—'}</span>
          <span className="box-lamps">
            {data && box === 'todo' && <Late {...data} />}
            {data && box === 'circulated' && data.circulated > 0 && t('worklist.unread')}
            {data && box === 'extensions' && data.extensions > 0 && t('worklist.undecided')}
          </span>
        </button>
      ))}
    </div>
  )
}

const shown = (many: number) => (many >= MOST_COUNTED ? `${count(MOST_COUNTED)}+` : count(many))

function Late({ todo, doing, overdue, nearlyDue }: WorklistCounts) {
  const { t } = useTexts()
  return (
    <>
      {overdue > 0 && <LampCount color="red" text={t('worklist.red', { count: count(overdue) })} />}
      {nearlyDue > 0 && <LampCount color="yellow" text={t('worklist.yellow', { count: count(nearlyDue) })} />}
      {todo + doing > 0 && overdue + nearlyDue === 0 && <LampCount color="green" text={t('worklist.allGreen')} />}
    </>
  )
}

const LampCount = ({ color, text }: { color: string; text: string }) => (
  <span className={`lamp lamp-${color}`}>
    <span className="lamp-light" aria-hidden />
    {text}
  </span>
)
