import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import { FlowBox, SIZES } from './flow-box.tsx'
import { type FlowArrow, type FlowNode, type FlowPlace, type FlowState, goneOf, layOut } from './flow-layout.ts'
import { FlowZoom } from './flow-zoom.tsx'
import './flow.css'

type Props = { nodes: readonly FlowNode[]; states: Record<string, FlowState> }

const GAP_X = 14
const GAP_Y = 24
/** Between two arrows that lead around other steps. */
const LANE = 9
const MARGIN = 4
/** Smaller than this its words cannot be read: then it is moved sideways instead. */
const SMALLEST = 0.8

/**
 * The process as boxes from top to bottom: what is done, the way that was gone, where the case stands, what lies ahead. Made
 * smaller to fit the room there is, as far as it stays legible.
 */
export function FlowDiagram({ nodes, states }: Props) {
  const { t, language } = useTexts()
  const [zoom, setZoom] = useState<number | null>(null)
  const size = SIZES[language]
  const { places, arrows, ranks, breadth, lanes } = layOut(nodes)
  const width = breadth * (size.width + GAP_X) + size.width + 2 * MARGIN + lanes * LANE
  const height = ranks * (size.height + GAP_Y) - GAP_Y + 2 * MARGIN
  const left = ({ x }: FlowPlace) => MARGIN + x * (size.width + GAP_X)
  const top = ({ rank }: FlowPlace) => MARGIN + rank * (size.height + GAP_Y)
  const stateOf = ({ id }: FlowPlace) => states[id] ?? 'ahead'
  const gone = new Set(goneOf(arrows, states))
  const path = ({ from, to, lane }: FlowArrow) => {
    const ends = [left(from) + size.width / 2, top(from) + size.height, left(to) + size.width / 2, top(to)] as const
    return lane === undefined ? straight(...ends) : around(...ends, width - MARGIN - lane * LANE)
  }
  return (
    <div className="flow">
      <FlowZoom zoom={zoom} onZoom={setZoom} />
      <div className="flow-scroll" ref={useCurrentInView(nodes)}>
        <svg
          className="flow-drawing"
          viewBox={`0 0 ${width} ${height}`}
          style={zoom === null ? { maxWidth: width, minWidth: width * SMALLEST } : { width: width * zoom }}
          role="img"
          aria-label={t('flow.label')}
        >
          <title>{t('flow.label')}</title>
          <defs>
            <Head id="flow-ahead" />
            <Head id="flow-gone" />
          </defs>
          {/* The way that was gone lies above the others. */}
          {arrows
            .toSorted((a, b) => Number(gone.has(a)) - Number(gone.has(b)))
            .map((arrow) => (
              <path
                key={`${arrow.from.id}-${arrow.to.id}`}
                className={gone.has(arrow) ? 'flow-arrow is-gone' : 'flow-arrow'}
                d={path(arrow)}
                markerEnd={`url(#${gone.has(arrow) ? 'flow-gone' : 'flow-ahead'})`}
              />
            ))}
          {places.map((step) => (
            <FlowBox key={step.id} title={step.title} state={stateOf(step)} x={left(step)} y={top(step)} />
          ))}
        </svg>
      </div>
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

const Head = ({ id }: { id: string }) => (
  <marker
    id={id}
    viewBox="0 0 8 8"
    refX="7"
    refY="4"
    markerWidth="8"
    markerHeight="8"
    orient="auto"
    markerUnits="userSpaceOnUse"
  >
    <path d="M0 0L8 4L0 8z" className={id === 'flow-gone' ? 'flow-head is-gone' : 'flow-head'} />
  </marker>
)

/** Where the case stands is seen first, however wide the drawing is. */
function useCurrentInView(nodes: readonly FlowNode[]) {
  const scroll = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another process is another drawing
  useEffect(() => {
    const box = scroll.current
    const current = box?.querySelector('.flow-current, .flow-failed')?.getBoundingClientRect()
    if (!box || !current) return
    const { left, width } = box.getBoundingClientRect()
    box.scrollLeft += current.left + current.width / 2 - left - width / 2
  }, [nodes.length])
  return scroll
}

/** Down, over in the middle of the first gap, and down in the column of the goal. */
const straight = (ax: number, ay: number, bx: number, by: number) => `M${ax} ${ay}V${ay + GAP_Y / 2}H${bx}V${by}`

/** In a lane of its own at the right; over only in the gaps between ranks, so that it leads through no box. */
const around = (ax: number, ay: number, bx: number, by: number, lane: number) =>
  `M${ax} ${ay}V${ay + GAP_Y / 2}H${lane}V${by - GAP_Y / 2}H${bx}V${by}`
