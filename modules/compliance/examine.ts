import type { Trx } from '../../kernel/db/database.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import type { AreaRow, Areas, Piece, Subject } from '../../kernel/overlay/area-row.ts'
import { overlay } from '../../kernel/overlay/overlay.ts'
import { keyText } from '../../kernel/overlay/row-order.ts'
import { conclude, sumAreas, worst } from './rules/conclude.ts'
import { approvalLayers, type ControlRule, controlRules, isInForce, questions } from './rules/control-rules.ts'
import type { ApprovalLine, AreaLine, BothAreas, Conclusion, Verdict } from './schema.ts'

/** A piece that speaks against the land, or asks for something, by the rule. */
type ConcernedPiece = Areas & { rule: string; subject: string; geometry: MultiPolygon }

export type Examination = {
  total: BothAreas
  ranges: (Areas & { subject: string })[]
  verdicts: Verdict[]
  conclusion: Conclusion
  areas: AreaLine[]
  approvals: ApprovalLine[]
  pieces: ConcernedPiece[]
}

/** Lays the land over the land-use map, the control lines and the approvals as they were at an instant, and asks the rules. */
export async function examine(trx: Trx, ranges: readonly Subject[], asOf: Date, day: string): Promise<Examination> {
  const layers = Object.entries(questions).map(([layer, by]) => ({ layer, by, asOf }))
  const { totals, rows, pieces } = await overlay(trx, { subjects: ranges, layers, split: true })
  const total = sumAreas(totals)
  const verdicts: Verdict[] = []
  const concerned: ConcernedPiece[] = []
  for (const rule of controlRules) {
    const found = (await piecesOf(trx, rule, pieces, asOf)).filter(({ features }) => rule.concerns(features, day))
    const verdict = conclude(rule, sumAreas(found), total)
    verdicts.push(verdict)
    if (verdict.conclusion !== 'clear') {
      concerned.push(
        ...found.map(({ subject, geometry, planar, ellipsoidal }) => ({
          ...{ rule: rule.id, subject, geometry, planar, ellipsoidal },
        })),
      )
    }
  }
  return {
    ...{ total, ranges: totals, verdicts, conclusion: worst(verdicts.map(({ conclusion }) => conclusion)) },
    ...{ areas: addUp(rows), approvals: approvalsOf(pieces, day), pieces: concerned },
  }
}

/** What a rule looks at: the pieces its layer cuts the land into, or cuts a part of it into. */
async function piecesOf(trx: Trx, rule: ControlRule, pieces: readonly Piece[], asOf: Date): Promise<Piece[]> {
  const { of, layer } = rule
  if (!of) return pieces.filter((piece) => piece.layer === layer)
  const parts = pieces.filter((piece) => piece.layer === of.layer && of.concerns(piece.features))
  const subjects = parts.map(({ geometry }, k) => ({ id: String(k), geometry }))
  const cut = await overlay(trx, { subjects, layers: [{ layer, by: questions[layer]!, asOf }], split: true })
  return cut.pieces.map((piece) => ({ ...piece, subject: parts[Number(piece.subject)]!.subject }))
}

/** Rows of several ranges with the same values are one line, largest first within a layer. */
function addUp(rows: readonly AreaRow[]): AreaLine[] {
  const groups = Map.groupBy(rows, ({ layer, covered, key }) => `${layer} ${covered} ${keyText(key)}`)
  return [...groups.values()].map((all) => {
    const { layer, covered, key } = all[0]!
    return { layer, covered, key, ...sumAreas(all) }
  })
}

function approvalsOf(pieces: readonly Piece[], day: string): ApprovalLine[] {
  const found = new Map<string, ApprovalLine>()
  for (const { layer, features, planar, ellipsoidal } of pieces) {
    if (!approvalLayers.includes(layer)) continue
    for (const { id, key } of features) {
      const text = (field: string) => (key[field] === null || key[field] === undefined ? null : String(key[field]))
      const line = found.get(`${layer} ${id}`) ?? {
        ...{ layer, feature: id, number: text('PZWH') ?? '', project: text('XMMC') ?? '', holder: text('SYDW') ?? '' },
        ...{ decidedOn: text('PZRQ'), validUntil: text('YXQZ'), valid: isInForce(key, day), planar: 0, ellipsoidal: 0 },
      }
      found.set(`${layer} ${id}`, { ...line, ...sumAreas([line, { planar, ellipsoidal }]) })
    }
  }
  return [...found.values()].filter(({ planar }) => planar >= 1).sort((a, b) => b.planar - a.planar)
}
