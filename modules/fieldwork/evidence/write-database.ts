import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { codeIn } from '../../../kernel/layers/codes/code-table.ts'
import { landuseSurvey3 } from '../../../kernel/layers/codes/landuse-survey3.ts'
import type { EvidenceCase } from './evidence-case.ts'
import { clockColumns } from './photo-clock.ts'
import { photoRows } from './photo-row.ts'

/** 案件, 图斑, 照片 (the 18 attributes of GB/T 37149 附录D, then what is ours; photo-clock.ts), 表单. Geometry is GeoJSON in CGCS2000 degrees; MJ in m². */
const TABLES = `
create table AJ (ID text primary key, AJBH text not null, MC text not null, YW text not null, XZQDM text not null, LASJ text not null, FW text);
create table TB (ID text primary key, AJBH text not null, TBBH text not null, DLBM text, DLMC text, MJ real not null, SX text not null, BZ text, TX text not null);
create table ZP (PHID text primary key, FILE text not null, PHTM text, LONG text, LAT text, DOP text, ALT text, MMODE text, SAT text,
  AZIM text, AZIMR text, AZIMP text, DIST text, TILT text, ROLL text, CC text, REMARK text, CREATOR text, FOCAL text,
  AJBH text not null, TBID text, PATH text not null, KIND text, LIVE integer, SM3 text not null, CODE text, SIGNED text not null, DOUBTS text not null,
  REALTM text, CLOCKDIFF text, CLOCKACC text, CLOCKHOW text);
create table BD (AJBH text not null, FORM text not null, VERSION integer not null, FIELD text not null, TITLE text not null, VALUE text not null);`

/** evidence.db: a SQLite database any program can open. `pathOf`: where a photo lies in the package, by its id. */
export function writeDatabase(cases: readonly EvidenceCase[], pathOf: ReadonlyMap<string, string>): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'yutu-evidence-'))
  const path = join(folder, 'evidence.db')
  try {
    const database = new DatabaseSync(path)
    database.exec(`pragma journal_mode = off; pragma user_version = 1; ${TABLES} begin;`)
    for (const one of cases) addCase(database, one, pathOf)
    database.exec('commit')
    database.close()
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Cell = string | number | null
const add = (database: DatabaseSync, table: string, row: Record<string, Cell>) =>
  database
    .prepare(`insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map(() => '?')})`)
    .run(...Object.values(row))

function addCase(database: DatabaseSync, one: EvidenceCase, pathOf: ReadonlyMap<string, string>): void {
  const { id, number: AJBH, title, business, areaCode, openedAt, range } = one
  add(database, 'AJ', { ID: id, AJBH, MC: title, YW: business, XZQDM: areaCode, LASJ: openedAt.toISOString(), FW: range && geoJson(range) }) // biome-ignore format: one line
  for (const { id, number, DLBM, attributes, note, degrees, area } of one.patches) {
    const DLMC = DLBM === null ? null : (codeIn(landuseSurvey3, DLBM)?.zh ?? null)
    add(database, 'TB', { ID: id, AJBH, TBBH: number, DLBM, DLMC, MJ: area, SX: JSON.stringify(attributes), BZ: note, TX: geoJson(degrees) }) // biome-ignore format: one line
  }
  for (const { photo, row } of photoRows(one)) {
    const { patchId, kind, live, digest, code, signed, doubts } = photo
    const ours = {
      AJBH,
      TBID: patchId,
      PATH: pathOf.get(photo.id) ?? '',
      KIND: kind,
      LIVE: live === null ? null : Number(live),
    }
    add(database, 'ZP', {
      ...row,
      ...ours,
      SM3: digest,
      CODE: code,
      SIGNED: signed,
      DOUBTS: doubts.join(','),
      ...clockColumns(photo),
    })
  }
  for (const { definition, values } of one.forms)
    for (const [field, value] of Object.entries(values)) {
      const TITLE = definition.fields.find(({ name }) => name === field)?.title.zh ?? field
      const VALUE = typeof value === 'string' ? value : JSON.stringify(value)
      add(database, 'BD', { AJBH, FORM: definition.key, VERSION: definition.version, FIELD: field, TITLE, VALUE })
    }
}

const geoJson = (coordinates: EvidenceCase['range']) => JSON.stringify({ type: 'MultiPolygon', coordinates })
