import { boundingBox } from '../../geometry/measures/bounding-box.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { DeliveryCrs, DeliveryRow, Finding } from '../delivery.ts'
import type { StatedCrs } from './read-prj.ts'
import { expectedKey, type Reading, readBox, readingKey, recogniseSystem } from './recognise.ts'
import { type CoordinateSystem, findSystem, zoneEpsg } from './systems.ts'

export type Settled = { crs: DeliveryCrs; findings: Finding[] }

type Statement = { epsg: number; how: 'prj' | 'declared'; findings: Finding[] }

function stated(prj: StatedCrs | undefined, declared: number | undefined): Statement | undefined {
  if (declared !== undefined) {
    const differs = prj?.kind === 'known' ? prj.epsg !== declared && !prj.implied : prj !== undefined
    const params = { declared, file: prj?.name ?? '' }
    return {
      epsg: declared,
      how: 'declared',
      findings: differs ? [{ code: 'formats.crs.declared-differs', params }] : [],
    }
  }
  if (!prj) return undefined
  if (prj.kind === 'needs-transform') {
    throw new Refusal(invalid('formats.crs.needs-transform', { name: prj.name, datum: prj.datum }))
  }
  if (prj.kind === 'unsupported') throw new Refusal(invalid('formats.crs.unsupported', { crs: prj.name }))
  return { epsg: prj.epsg, how: 'prj', findings: [] }
}

/** The reading most rows share; the first to appear where two are as frequent. */
function commonReading(rows: DeliveryRow[]): Reading | undefined {
  const votes = new Map<string, { reading: Reading; count: number }>()
  for (const row of rows) {
    if (!row.geometry || row.rejected) continue
    const reading = readBox(boundingBox(row.geometry))
    const vote = votes.get(readingKey(reading))
    if (vote) vote.count++
    else votes.set(readingKey(reading), { reading, count: 1 })
  }
  let best: { reading: Reading; count: number } | undefined
  for (const vote of votes.values()) if (!best || vote.count > best.count) best = vote
  return best?.reading
}

const unknown = (params: Record<string, string | number>) => new Refusal(invalid('formats.crs.unknown', params))

/** The code that says how the coordinates contradict the stated system, and the system they are in. */
function correction(system: CoordinateSystem, reading: Reading): { code: string; epsg: number } | undefined {
  const epsg = recogniseSystem(reading)
  if (reading.kind === 'zoned' && epsg) {
    if (system.kind === 'geographic') return { code: 'formats.crs.metres-as-degrees', epsg }
    const sameZone = findSystem(epsg)?.centralMeridian === system.centralMeridian
    return { code: sameZone && !system.prefixed ? 'formats.crs.zone-prefixed' : 'formats.crs.zone-differs', epsg }
  }
  if (reading.kind === 'degrees' && epsg) return { code: 'formats.crs.degrees-as-metres', epsg }
  if (reading.kind === 'plain' && system.prefixed) {
    return { code: 'formats.crs.prefix-missing', epsg: zoneEpsg(system.width, system.zone, false)! }
  }
  return undefined
}

function compare(statement: Statement, system: CoordinateSystem, reading: Reading | undefined): Settled {
  const { epsg, how, findings } = statement
  const expected = expectedKey(system)
  if (!reading || !expected || readingKey(reading) === expected) return { crs: { epsg, how }, findings }
  const found = correction(system, reading)
  if (found) {
    const params = { stated: epsg, used: found.epsg }
    const crs = {
      epsg: found.epsg,
      how: 'recognised' as const,
      note: `${found.code} EPSG:${epsg} → EPSG:${found.epsg}`,
    }
    return { crs, findings: [...findings, { code: found.code, params }] }
  }
  if (system.kind === 'geographic') throw unknown({ stated: `EPSG:${epsg}`, found: reading.kind })
  return { crs: { epsg, how }, findings: [...findings, { code: 'formats.crs.outside', params: { stated: epsg } }] }
}

/**
 * Settles the system of a delivery: a person's declaration goes before the file's statement, and coordinates that
 * contradict both go before either, reported. Without any statement only coordinates that name their zone, or degrees
 * within China, are recognised; otherwise the sender must say (refusal `formats.crs.unknown`).
 */
export function settleCrs(rows: DeliveryRow[], prj: StatedCrs | undefined, declared: number | undefined): Settled {
  const statement = stated(prj, declared)
  const reading = commonReading(rows)
  if (statement) {
    const system = findSystem(statement.epsg)
    if (system) return compare(statement, system, reading)
    return { crs: { epsg: statement.epsg, how: statement.how }, findings: statement.findings }
  }
  const epsg = reading && recogniseSystem(reading)
  if (!epsg) throw unknown({ found: reading?.kind ?? 'unclear' })
  const code = reading.kind === 'degrees' ? 'formats.crs.recognised-degrees' : 'formats.crs.recognised-zone'
  return {
    crs: { epsg, how: 'recognised', note: `${code} EPSG:${epsg}` },
    findings: [{ code, params: { used: epsg } }],
  }
}
