import { sql } from 'kysely'
import { readCase } from '../../../kernel/cases/standing.ts'
import type { CaseRow } from '../../../kernel/cases/tables.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import { ellipsoidalArea } from '../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { isHandedInUnsurveyed } from '../dispatch/no-survey.ts'
import { areaToDegrees, placeToDegrees } from '../rules/plane.ts'
import { formOf, patchesOf, photosOf } from '../sync/field-work.ts'
import type { EvidenceCase, EvidencePatch, EvidencePhoto } from './evidence-case.ts'

const zone = zoneOfEpsg(4524)!

/**
 * Everything brought back for a case; struck-out photos and patches are left out. Of a range handed in as 不调查 nothing that was
 * drawn, taken or filled in goes inside.
 */
export async function collectCase(trx: Trx, caseId: string): Promise<EvidenceCase> {
  const row = await readCase({ trx }, caseId)
  const { rows } = await sql<{ scope: Uint8Array | null }>`select ST_AsEWKB(scope) as scope from case_ where id = ${caseId}`.execute(trx) // biome-ignore format: one line
  const scope = rows[0]?.scope
  const isEmpty = await isHandedInUnsurveyed(trx, row.id)
  return {
    ...{ id: row.id, number: row.number, title: row.title, business: row.business },
    ...{ areaCode: row.area_code, openedAt: row.opened_at },
    range: scope ? areaToDegrees(toMultiPolygon(scope)) : null,
    patches: isEmpty ? [] : await patchesIn(trx, row.id, row.number),
    photos: isEmpty ? [] : await photosIn(trx, row.id),
    forms: await formsOf(trx, row, isEmpty ? {} : (await formOf(trx, row.id)).values),
  }
}

async function patchesIn(trx: Trx, caseId: string, number: string): Promise<EvidencePatch[]> {
  return (await patchesOf(trx, caseId)).map(({ id, DLBM, attributes, note, geometry }, k) => ({
    ...{ id, DLBM, attributes, note, number: `${number}-${k + 1}`, plane: geometry },
    ...{ degrees: areaToDegrees(geometry), area: ellipsoidalArea(geometry, zone) },
  }))
}

async function photosIn(trx: Trx, caseId: string): Promise<EvidencePhoto[]> {
  const { rows } = await sql<{ digest: string; size: number }>`select digest, size::float as size from field_photo
    where case_id = ${caseId}`.execute(trx)
  const sizes = new Map(rows.map(({ digest, size }) => [digest, size]))
  return (await photosOf(trx, caseId)).map(({ position, ...photo }) => ({
    ...{ ...photo, size: sizes.get(photo.digest) ?? 0, position: position && placeToDegrees(position) },
  }))
}

/** Forms of the case that hold anything, in the version it was filed with; what the field has filled in goes before. */
async function formsOf(
  trx: Trx,
  { forms, data }: CaseRow,
  filled: Record<string, unknown>,
): Promise<EvidenceCase['forms']> {
  const found: EvidenceCase['forms'] = []
  for (const [key, version] of Object.entries(forms)) {
    const definition = await readForm(trx, key, version)
    const names = definition.fields.map(({ name }) => name)
    const all = { ...filled, ...data }
    const values = Object.fromEntries(names.flatMap((name) => (all[name] == null ? [] : [[name, all[name]]])))
    if (Object.keys(values).length > 0) found.push({ definition, values })
  }
  return found
}
