import type { SheetGrid, Tick } from '../../ui/map/sheet-grid.ts'

/** Half the length of a grid cross, and of a tick outside the frame, in pixels (1/96 inch). */
const CROSS = 7
const TICK = 5
const MARGIN = 34

/** The neat line with the kilometre grid: crosses within, ticks and numbers outside. */
export function SheetFrame({ grid, width, height }: { grid: SheetGrid; width: number; height: number }) {
  return (
    <svg
      className="sheet-frame"
      style={{ left: -MARGIN, top: -MARGIN }}
      width={width + 2 * MARGIN}
      height={height + 2 * MARGIN}
      viewBox={`${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`}
      aria-hidden
    >
      <rect x={0} y={0} width={width} height={height} className="sheet-line" />
      <rect x={-TICK} y={-TICK} width={width + 2 * TICK} height={height + 2 * TICK} className="sheet-line-outer" />
      {grid.crosses.map(([x, y]) => (
        <path
          key={`${x} ${y}`}
          className="sheet-cross"
          d={`M${x - CROSS} ${y}h${2 * CROSS}M${x} ${y - CROSS}v${2 * CROSS}`}
        />
      ))}
      <Ticks ticks={grid.bottom} shift={[0, TICK]} text={[0, 17]} />
      <Ticks ticks={grid.top} shift={[0, -TICK]} text={[0, -9]} />
      <Ticks ticks={grid.left} shift={[-TICK, 0]} text={[-9, 0]} isTurned />
      <Ticks ticks={grid.right} shift={[TICK, 0]} text={[17, 0]} isTurned />
    </svg>
  )
}

type TicksProps = { ticks: Tick[]; shift: [number, number]; text: [number, number]; isTurned?: boolean }

const Ticks = ({ ticks, shift, text, isTurned }: TicksProps) =>
  ticks.map(({ at: [x, y], label }) => (
    <g key={label} transform={`translate(${x} ${y})`}>
      <path className="sheet-tick" d={`M0 0L${shift[0]} ${shift[1]}`} />
      <text
        className="sheet-number"
        textAnchor="middle"
        transform={`translate(${text[0]} ${text[1]})${isTurned ? ' rotate(-90)' : ''}`}
      >
        {label}
      </text>
    </g>
  ))
