import type { Trx } from '../../kernel/db/database.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import { presentInstant } from '../../kernel/layers/present-instant.ts'
import { examine } from './examine.ts'
import { questions } from './rules/control-rules.ts'

/** What the map says of a piece of land, by the names business rules ask for; hectares of the ellipsoidal area. `rule`: whose part of it. */
export const indicators = [
  { name: 'mapArea', title: { zh: '图上面积', en: 'Area on the map' } },
  { name: 'mapFarmland', rule: 'CM-04', title: { zh: '图上耕地', en: 'Cultivated on the map' } },
  { name: 'mapBasicFarmland', rule: 'CM-01', title: { zh: '图上永久基本农田', en: 'Basic farmland on the map' } },
  { name: 'mapRedline', rule: 'CM-02', title: { zh: '图上生态保护红线', en: 'Ecological redline on the map' } },
  { name: 'mapOutside', rule: 'CM-03', title: { zh: '城镇开发边界外', en: 'Outside the urban boundary' } },
  { name: 'mapEnforcement', rule: 'CM-06', title: { zh: '在办执法案件', en: 'Open enforcement cases' } },
] as const satisfies readonly { name: string; rule?: string; title: { zh: string; en: string } }[]

/** The indicators of land on the present map (EPSG:4524); `day` is that of the question, for approvals run out. */
export async function mapIndicators(
  trx: Trx,
  geometry: MultiPolygon,
  now: Date,
  day: string,
): Promise<Record<(typeof indicators)[number]['name'], number>> {
  const asOf = await presentInstant(trx, Object.keys(questions), now)
  const { total, verdicts } = await examine(trx, [{ id: 'land', geometry }], asOf, day)
  const hectares = (rule?: string) =>
    (rule === undefined ? total.ellipsoidal : (verdicts.find((one) => one.rule === rule)?.ellipsoidal ?? 0)) / 10_000
  const values = indicators.map((one) => [one.name, hectares('rule' in one ? one.rule : undefined)])
  return Object.fromEntries(values)
}
