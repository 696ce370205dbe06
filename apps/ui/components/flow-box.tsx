import { useTexts, type Words } from '../i18n/use-texts.ts'
import type { FlowState } from './flow-layout.ts'
import { inLines } from './flow-text.ts'

/** Pixels of a box, and places of a line in it; words of English are longer. */
export const SIZES = { zh: { width: 112, height: 40, room: 16 }, en: { width: 140, height: 40, room: 22 } }
const LINE = 15

type Props = { title: Words; state: FlowState; x: number; y: number }

/** One step. Colour is not all that tells: what is done has a tick, what has failed a cross. */
export function FlowBox({ title, state, x, y }: Props) {
  const { t, words, language } = useTexts()
  const { width, height, room } = SIZES[language]
  const called = words(title)
  const lines = inLines(called, room)
  const first = height / 2 - ((lines.length - 1) * LINE) / 2
  return (
    <g className={`flow-step flow-${state}`} transform={`translate(${x},${y})`}>
      <rect width={width} height={height} rx={4} />
      {lines.map((line, i) => (
        <text key={line} x={width / 2} y={first + i * LINE} dominantBaseline="central" textAnchor="middle">
          {line}
        </text>
      ))}
      {SIGNS[state] && (
        <text className="flow-sign" x={width - 8} y={9} dominantBaseline="central" textAnchor="middle">
          {SIGNS[state]}
        </text>
      )}
      <title>{`${called} · ${t(`flow.${state}`)}`}</title>
    </g>
  )
}

const SIGNS: Record<FlowState, string> = { done: '✓', failed: '✕', current: '', ahead: '' }
