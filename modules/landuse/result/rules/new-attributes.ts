import { isCultivated, landuseName } from '../../../../kernel/layers/codes/landuse.ts'
import { builtAttribute, isLinear } from './class-rules.ts'
import type { Attributes, SurveyedPatch } from './patches.ts'

const NO_CULTIVATION: Attributes = { KCDLBM: null, KCXS: null, GDLX: null, GDPDJB: null, GDDB: null }
const NO_DETAIL: Attributes = { TBXHDM: null, TBXHMC: null, ZZSXDM: null, ZZSXMC: null }

/**
 * What a piece of a base patch becomes where the survey found `survey`: ownership, place and names are inherited, and
 * what depends on the class is set anew. Numbers and areas come later. `year`: 数据年份.
 */
export function surveyedAttributes(
  base: Attributes,
  { DLBM, attributes: found }: SurveyedPatch,
  year: number,
): Attributes {
  const sameClass = base.DLBM === DLBM
  return {
    ...base,
    DLBM,
    DLMC: landuseName(DLBM) ?? '',
    ...(sameClass ? {} : { ...NO_DETAIL, ...stillPlanted(base, DLBM) }),
    ...pick(found, ['QSXZ', 'TBXHDM', 'TBXHMC', 'ZZSXDM', 'ZZSXMC']),
    ...cultivation(base, DLBM, found),
    XZDWKD: isLinear(DLBM) ? (found.XZDWKD ?? (sameClass ? (base.XZDWKD ?? null) : null)) : null,
    CZCSXM: builtUp(base, DLBM, found),
    SJNF: year,
    BZ: found.BZ ?? null,
  }
}

/** From one kind of cultivated land to another what grows there is not asked anew. */
const stillPlanted = (base: Attributes, DLBM: string): Attributes =>
  isCultivated(DLBM) && isCultivated(String(base.DLBM)) ? pick(base, ['ZZSXDM', 'ZZSXMC']) : {}

/** Ridge deduction, type and slope belong to cultivated land; GDLX only above slope class 1 (rules FrmCheckData). */
function cultivation(base: Attributes, DLBM: string, found: Attributes): Attributes {
  if (!isCultivated(DLBM)) return base.DLBM === DLBM ? {} : NO_CULTIVATION
  const inherited = isCultivated(String(base.DLBM)) ? base : NO_CULTIVATION
  const told = { ...pick(inherited, Object.keys(NO_CULTIVATION)), ...pick(found, Object.keys(NO_CULTIVATION)) }
  return {
    ...told,
    KCDLBM: Number(told.KCXS ?? 0) > 0 ? '1203' : null,
    GDLX: told.GDPDJB === '1' ? null : (told.GDLX ?? null),
  }
}

function builtUp(base: Attributes, DLBM: string, found: Attributes): string | number | null {
  const needed = builtAttribute(DLBM)
  if (needed === undefined) return null
  if (found.CZCSXM !== undefined && found.CZCSXM !== null) return found.CZCSXM
  const inherited = typeof base.CZCSXM === 'string' && /^20[123]$/.test(base.CZCSXM) ? base.CZCSXM : undefined
  return needed === '203' ? (inherited ?? needed) : needed
}

const pick = (from: Attributes, names: string[]): Attributes =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])))
