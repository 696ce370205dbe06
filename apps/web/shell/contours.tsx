const WIDTH = 960
const HEIGHT = 900
const CENTRE = { x: 610, y: 330 }

/** Pixels between two lines, and from the summit to the first. */
const RADII = Array.from({ length: 26 }, (_, i) => 24 + i * 30)

/** One contour line: a circle whose radius sways slowly, more the farther out. */
function contour(radius: number): string {
  const steps = 90
  const points = Array.from({ length: steps }, (_, i) => {
    const angle = (i / steps) * 2 * Math.PI
    const sway =
      1 + 0.16 * Math.sin(2 * angle + 0.6) + 0.09 * Math.sin(3 * angle + radius / 130) + 0.03 * Math.cos(7 * angle)
    const r = radius * sway
    return `${(CENTRE.x + 1.25 * r * Math.cos(angle)).toFixed(1)},${(CENTRE.y + r * Math.sin(angle)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}

/** The picture of the entrance: contour lines of a hill, every fifth stronger as on a topographic sheet. */
export const Contours = () => (
  <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="xMidYMid slice" aria-hidden focusable="false">
    {RADII.map((radius, i) => (
      <path
        key={radius}
        d={contour(radius)}
        fill="none"
        stroke="#7fb0f0"
        strokeOpacity={i % 5 === 4 ? 0.42 : 0.17}
        strokeWidth={i % 5 === 4 ? 1.6 : 1}
      />
    ))}
  </svg>
)
