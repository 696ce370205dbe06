import { sql } from 'kysely'
import type { Surroundings } from '../../forms/check-value.ts'
import type { FormDefinition, FormValues } from '../../forms/definition.ts'
import { surroundingsOf } from '../../forms/surroundings.ts'
import { readWkb } from '../../geometry/codecs/wkb.ts'
import { gaussKrugerInverse, zoneOfEpsg } from '../../geometry/projection/gauss-kruger.ts'
import type { MultiPolygon } from '../../geometry/types.ts'
import { today } from '../limits.ts'
import type { CaseWork } from '../work.ts'

/** Scopes of cases are kept in EPSG:4524. */
const zone = zoneOfEpsg(4524)!

/** What a form of this case is checked against; asks the database only for what the values name. `caseId` null: not filed yet. */
export async function aroundForm(
  work: Pick<CaseWork, 'trx' | 'now'>,
  caseId: string | null,
  form: FormDefinition,
  values: FormValues,
): Promise<Surroundings> {
  const around = await surroundingsOf(work.trx, form, values, today(work.now))
  const needsScope = form.fields.some((field) => field.type === 'map' && field.within && values[field.name])
  const scope = needsScope && caseId ? await scopeInDegrees(work, caseId) : undefined
  return scope ? { ...around, scope } : around
}

async function scopeInDegrees({ trx }: Pick<CaseWork, 'trx'>, caseId: string): Promise<MultiPolygon | undefined> {
  const { rows } = await sql<{
    scope: Uint8Array | null
  }>`select st_asewkb(scope) as scope from case_ where id = ${caseId}`.execute(trx)
  const reading = rows[0]?.scope && readWkb(rows[0].scope)
  if (reading?.type !== 'MultiPolygon') return undefined
  return reading.coordinates.map((polygon) => polygon.map((ring) => ring.map((at) => gaussKrugerInverse(at, zone))))
}
