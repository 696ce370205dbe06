import { squareMetres } from '../../../../apps/ui/format.ts'

/** How much is wrong, in the unit of the rule. */
export function Measure({ measure, unit }: { measure: number | null; unit: string }) {
  if (measure === null) return <span className="number">—</span>
  return (
    <span className="number">
      {unit === '' ? measure.toLocaleString('en-US', { maximumFractionDigits: 2 }) : squareMetres(measure)}
      {unit && <span className="unit"> {unit}</span>}
    </span>
  )
}
