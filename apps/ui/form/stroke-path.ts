/** Points of one stroke, in units of the pad. */
export type Stroke = [x: number, y: number][]

/** Points nearer than this say nothing more about a line 2.5 units wide. */
const LEAST = 3

/** Strokes as SVG path data in whole relative steps: «M12 30l2 1 3 4». A dot is a stroke of no length. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes.map(strokePath).join('')
}

function strokePath(points: Stroke): string {
  const [first, ...others] = points
  if (!first) return ''
  let [x, y] = first
  const steps: string[] = []
  for (const [nextX, nextY] of others) {
    if (Math.hypot(nextX - x, nextY - y) < LEAST) continue
    steps.push(`${nextX - x} ${nextY - y}`)
    x = nextX
    y = nextY
  }
  return `M${first[0]} ${first[1]}l${steps.length > 0 ? steps.join(' ') : '0 0'}`
}
