import { collection } from '../../../../apps/ui/map/map-handle.ts'
import type { Overlay } from '../../../../apps/ui/map/overlay.ts'
import type { ReportView } from '../answers.ts'

/** The land, and over it the pieces that speak against it or ask for something; only those of one rule when it is chosen. */
export function overlaysOf(report: ReportView, rule: string | null): Overlay[] {
  const conclusionOf = new Map(report.verdicts.map((one) => [one.rule, one.conclusion]))
  const pieces = report.pieces.filter((piece) => rule === null || piece.rule === rule)
  const of = (conclusion: string) => pieces.filter((piece) => conclusionOf.get(piece.rule) === conclusion)
  const names = report.ranges.length > 1
  return [
    { id: 'attention', tone: 'manual', data: collection(of('attention')) },
    { id: 'conflict', tone: 'suspect', data: collection(of('conflict')) },
    {
      ...{ id: 'ranges', tone: 'selection' },
      data: collection(
        report.ranges.map(({ geometry, ordinal }) => ({ geometry, ...(names && { label: String(ordinal) }) })),
      ),
    },
  ]
}
