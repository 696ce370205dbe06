import { useTexts } from '../i18n/use-texts.ts'
import { type FlowNode, type FlowState, layOut } from './flow-layout.ts'
import './flow.css'

type Props = { nodes: readonly FlowNode[]; states: Record<string, FlowState> }

/** Words of English are longer. */
const WIDTHS = { zh: 112, en: 160 }
const HEIGHT = 30
const GAP_X = 14
const GAP_Y = 20
/** Between two arrows that lead past other steps. */
const LANE = 9
const MARGIN = 4
const ROOM = { zh: 16, en: 24 }

/** The process as boxes from top to bottom: what is done, where the case stands, what lies ahead. */
export function FlowDiagram({ nodes, states }: Props) {
  const { t, words, language } = useTexts()
  const WIDTH = WIDTHS[language]
  const { places, arrows, ranks, breadth } = layOut(nodes)
  const leaps = arrows.filter(({ from, to }) => to.rank > from.rank + 1)
  const boxes = breadth * (WIDTH + GAP_X) - GAP_X
  const width = boxes + 2 * (MARGIN + leaps.length * LANE)
  const height = ranks * (HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN
  const left = ({ place, beside }: { place: number; beside: number }) =>
    (width - beside * (WIDTH + GAP_X) + GAP_X) / 2 + place * (WIDTH + GAP_X)
  const top = (rank: number) => MARGIN + rank * (HEIGHT + GAP_Y)
  return (
    <div className="flow">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('flow.label')}>
        <title>{t('flow.label')}</title>
        <defs>
          <marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" className="flow-head" />
          </marker>
        </defs>
        {arrows.map((arrow) => {
          const { from, to } = arrow
          const lane = leaps.indexOf(arrow)
          const path =
            lane < 0
              ? straight(left(from) + WIDTH / 2, top(from.rank) + HEIGHT, left(to) + WIDTH / 2, top(to.rank))
              : around(left(from) + WIDTH, top(from.rank), left(to) + WIDTH, top(to.rank), width - (lane + 1) * LANE)
          return <path key={`${from.id}-${to.id}`} className="flow-arrow" d={path} markerEnd="url(#flow-arrow)" />
        })}
        {places.map((step) => {
          const state = states[step.id] ?? 'ahead'
          const title = words(step.title)
          return (
            <g
              key={step.id}
              className={`flow-step flow-${state}`}
              transform={`translate(${left(step)},${top(step.rank)})`}
            >
              <rect width={WIDTH} height={HEIGHT} rx={4} />
              <text x={WIDTH / 2} y={HEIGHT / 2} dominantBaseline="central" textAnchor="middle">
                {shortened(title, ROOM[language])}
              </text>
              <title>{`${title} · ${t(`flow.${state}`)}`}</title>
            </g>
          )
        })}
      </svg>
      <ul className="flow-legend">
        {(['done', 'current', 'ahead'] as const).map((state) => (
          <li key={state} className={`flow-key flow-key-${state}`}>
            {t(`flow.${state}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

const straight = (ax: number, ay: number, bx: number, by: number) => `M${ax} ${ay}V${by - GAP_Y / 2}H${bx}V${by}`

/** Past the steps between, in a lane of its own at the right. */
const around = (ax: number, ay: number, bx: number, by: number, lane: number) =>
  `M${ax} ${ay + HEIGHT / 2}H${lane}V${by + HEIGHT / 2}H${bx}`

/** Chinese characters take two places of the room in a box. */
function shortened(text: string, room: number): string {
  let taken = 0
  for (const [index, letter] of [...text].entries()) {
    taken += letter > '\u2E7F' ? 2 : 1
    if (taken > room) return `${[...text].slice(0, index - 1).join('')}…`
  }
  return text
}
