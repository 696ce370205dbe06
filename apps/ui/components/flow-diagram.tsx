import { useTexts } from '../i18n/use-texts.ts'
import { type FlowNode, type FlowState, layOut } from './flow-layout.ts'
import './flow.css'

type Props = { nodes: readonly FlowNode[]; states: Record<string, FlowState> }

const WIDTH = 104
const HEIGHT = 34
const GAP_X = 28
const GAP_Y = 18
const MARGIN = 8
const ROOM = 14

/** The process as boxes from left to right: what is done, where the case stands, what lies ahead. */
export function FlowDiagram({ nodes, states }: Props) {
  const { t, words } = useTexts()
  const { places, arrows, columns, rows } = layOut(nodes)
  const x = (column: number) => MARGIN + column * (WIDTH + GAP_X)
  const y = (row: number) => MARGIN + row * (HEIGHT + GAP_Y)
  const width = x(columns) - GAP_X + MARGIN
  const height = y(rows) - GAP_Y + MARGIN
  return (
    <div className="flow">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('flow.label')}>
        <title>{t('flow.label')}</title>
        <defs>
          <marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" className="flow-head" />
          </marker>
        </defs>
        {arrows.map(({ from, to }) => {
          const [ax, ay] = [x(from.column) + WIDTH, y(from.row) + HEIGHT / 2]
          const [bx, by] = [x(to.column), y(to.row) + HEIGHT / 2]
          const middle = bx - GAP_X / 2
          return (
            <path
              key={`${from.id}-${to.id}`}
              className="flow-arrow"
              d={`M${ax} ${ay}H${middle}V${by}H${bx}`}
              markerEnd="url(#flow-arrow)"
            />
          )
        })}
        {places.map(({ id, column, row, title }) => (
          <g
            key={id}
            className={`flow-step flow-${states[id] ?? 'ahead'}`}
            transform={`translate(${x(column)},${y(row)})`}
          >
            <rect width={WIDTH} height={HEIGHT} rx={4} />
            <text x={WIDTH / 2} y={HEIGHT / 2} dominantBaseline="central" textAnchor="middle">
              {shortened(words(title))}
            </text>
            <title>{`${words(title)} · ${t(`flow.${states[id] ?? 'ahead'}`)}`}</title>
          </g>
        ))}
      </svg>
    </div>
  )
}

/** Chinese characters take two places of the room in a box. */
function shortened(text: string): string {
  let taken = 0
  for (const [index, letter] of [...text].entries()) {
    taken += letter > '\u2E7F' ? 2 : 1
    if (taken > ROOM) return `${[...text].slice(0, index - 1).join('')}…`
  }
  return text
}
