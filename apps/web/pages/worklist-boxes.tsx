import { count } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useWorklistCounts } from './use-worklist-counts.ts'

export const BOXES = ['todo', 'doing', 'done', 'suspended'] as const
export type BoxName = (typeof BOXES)[number]

/** How much lies in each box, and how much of it is late. */
export function WorklistBoxes({ active, onChoose }: { active: BoxName; onChoose: (box: BoxName) => void }) {
  const { t } = useTexts()
  const { data } = useWorklistCounts()
  return (
    <div className="boxes">
      {BOXES.map((box) => {
        const counted = data?.[box]
        const total = typeof counted === 'object' ? counted.total : counted
        return (
          <button key={box} type="button" className="box" aria-pressed={active === box} onClick={() => onChoose(box)}>
            <span className="quiet">{t(`worklist.${box}`)}</span>
            <span className="box-count number">{total === undefined ? '—' : count(total)}</span>
            <span className="box-lamps">{typeof counted === 'object' && <Late {...counted} />}</span>
          </button>
        )
      })}
    </div>
  )
}

function Late({ total, red, yellow }: { total: number; red: number; yellow: number }) {
  const { t } = useTexts()
  return (
    <>
      {red > 0 && <LampCount color="red" text={t('worklist.red', { count: count(red) })} />}
      {yellow > 0 && <LampCount color="yellow" text={t('worklist.yellow', { count: count(yellow) })} />}
      {total > 0 && red + yellow === 0 && <LampCount color="green" text={t('worklist.allGreen')} />}
    </>
  )
}

const LampCount = ({ color, text }: { color: string; text: string }) => (
  <span className={`lamp lamp-${color}`}>
    <span className="lamp-light" aria-hidden />
    {text}
  </span>
)
