import type { Trx } from '../../../kernel/db/database.ts'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import { planarArea } from '../../../kernel/geometry/measures/planar-area.ts'
import { tabulate } from '../../../kernel/geometry/overlay/tabulate.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { findApprovals, type NamedApproval, settles } from '../rules/approval.ts'
import { changeKind } from '../rules/change-kind.ts'
import { approvalLayers } from '../schema.ts'

export type SettledGround = {
  approvals: { layer: string; number: string; standing: string; share: number }[]
  geometries: MultiPolygon[]
}

/** What of the approvals permits the class that was found, and the managed extents; by the same rules as the screening. */
export async function settledGround(
  trx: Trx,
  geometry: MultiPolygon,
  DLBM: string,
  foundOn: string | null,
): Promise<SettledGround> {
  const named: NamedApproval[] = []
  for (const layer of approvalLayers) {
    for (const feature of await readFeatures(trx, layer, { within: boundingBox(geometry) }))
      named.push({ layer, ...feature })
  }
  const shares = tabulate(
    [{ id: 0, geometry }],
    named.map((approval) => ({ id: approval, geometry: approval.geometry })),
    { kind: 'planar' },
  )
  const clue = { change_kind: changeKind(null, DLBM), found_on: foundOn, area_planar: planarArea(geometry) }
  const found = findApprovals(
    shares.map(({ feature, area }) => ({ ...feature, area })),
    clue,
  )
  return {
    approvals: found.map(({ finding: { layer, number, standing, share } }) => ({ layer, number, standing, share })),
    geometries: found.filter((one) => settles(one, found)).map(({ geometry: ground }) => ground),
  }
}
