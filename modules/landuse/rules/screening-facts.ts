import { isCultivated } from '../../../kernel/layers/codes/landuse.ts'
import type { AreaRow as OverlayRow } from '../../../kernel/overlay/area-row.ts'
import type { ApprovalFinding, ChangeKind, ScreeningFacts, Standing } from '../schema.ts'

/** A row of a clue's area table. */
export type AreaRow = Pick<OverlayRow, 'layer' | 'covered' | 'key' | 'ellipsoidal' | 'planar'>

export type ScreenedClue = {
  changeKind: ChangeKind
  foundOn: string | null
  linked: boolean
  repaired: boolean
  repairReverted: boolean
  ellipsoidal: number
  planar: number
  areas: AreaRow[]
  approvals: ApprovalFinding[]
  /** planar m² under valid approvals, and under anything that settles: counted once where several overlap */
  approvedArea: number
  settledArea: number
  rangeArea: number
}

/** What the decision table is asked about a clue, from its area table and its approvals. */
export function screeningFacts(clue: ScreenedClue): ScreeningFacts {
  const { areas, planar } = clue
  const share = (area: number) => (planar > 0 ? Math.min(1, Math.round((area / planar) * 1e6) / 1e6) : 0)
  const standing = (wanted: Standing) =>
    share(sum(clue.approvals.filter((one) => one.standing === wanted).map(({ area }) => area)))
  const covered = (layer: string) => areas.filter((row) => row.layer === layer && row.covered)
  const cultivated = covered('DLTB').filter(({ key }) => isCultivated(String(key.DLBM)))
  const farmland = sum(cultivated.map((row) => row.planar))
  const basicFarmland = covered('YJJBNT')
  const redline = covered('STBHHX')
  return {
    changeKind: clue.changeKind,
    dated: clue.foundOn !== null,
    linked: clue.linked,
    repaired: clue.repaired,
    repairReverted: clue.repairReverted,
    area: clue.ellipsoidal,
    countyShare: share(sum(covered('DLTB').map((row) => row.planar))),
    approvedShare: share(clue.approvedArea),
    settledShare: share(clue.settledArea),
    laterShare: standing('later'),
    expiredShare: standing('expired'),
    otherUseShare: standing('other-use'),
    enforcementShare: standing('enforcement'),
    rangeArea: clue.rangeArea,
    farmlandArea: legal(cultivated),
    basicFarmlandArea: legal(basicFarmland),
    redlineArea: legal(redline),
    farmlandShare: share(farmland),
    basicFarmlandShare: share(sum(basicFarmland.map((row) => row.planar))),
    redlineShare: share(sum(redline.map((row) => row.planar))),
    urbanShare: share(sum(covered('CZKFBJ').map((row) => row.planar))),
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

/** Legal area of a land survey: ellipsoidal, to 0.01 m². */
const legal = (rows: AreaRow[]) => Math.round(sum(rows.map((row) => row.ellipsoidal)) * 100) / 100
