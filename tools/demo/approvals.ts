import { COUNTY_CODE, type Gazetteer } from './codes.ts'
import type { DemoAttributes, DemoFeature, LayerName } from './feature.ts'
import { type Outline, polygonArea } from './outline.ts'
import { shrunk } from './shapes.ts'
import type { Site } from './sites.ts'

/** Codes of 批准状态 (kernel/layers/codes, pwzt). */
const STATE: Record<string, string> = { 有效: '1', 已撤销: '2', 已到期: '3', 办理中: '4', 已处罚: '5', 已调查: '5' }

const yearAfter = (date: string | null) => date && `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`

const square = (value: number) => Math.round(value * 100) / 100

function common(site: Site, gazetteer: Gazetteer): DemoAttributes {
  const village = gazetteer.villages[site.village]!
  return {
    PZWH: site.number,
    XMMC: site.project,
    SYDW: site.holder,
    PZRQ: site.date,
    YXQZ: site.until,
    PZYT: site.use,
    PZMJ: square(polygonArea(site.polygon)),
    ZT: STATE[site.state] ?? '1',
    XZQDM: village.code,
    XZQMC: village.name,
  }
}

function row(site: Site, gazetteer: Gazetteer, more: DemoAttributes): DemoFeature {
  return { attributes: { ...common(site, gazetteer), ...more, BZ: null }, geometry: [site.polygon] }
}

const PROVINCE = '陕西省人民政府'

const LAYER_CODE: Partial<Record<LayerName, string>> = {
  NZYPW: '9001',
  ZDPW: '9002',
  GDXM: '9003',
  SSNYDBA: '9004',
  LSYD: '9005',
  ZFAJ: '9006',
}

/** Rows of an approval layer, made from the county's sites. */
export function* approvalRows(
  layer: LayerName,
  sites: readonly Site[],
  gazetteer: Gazetteer,
  outline: Outline,
): Generator<DemoFeature> {
  let serial = 0
  for (const { attributes, geometry } of decidedRows(layer, sites, gazetteer, outline)) {
    const BSM = `${COUNTY_CODE}${LAYER_CODE[layer]}${String(++serial).padStart(8, '0')}`
    yield { attributes: { BSM, ...attributes }, geometry }
  }
}

function* decidedRows(
  layer: LayerName,
  sites: readonly Site[],
  gazetteer: Gazetteer,
  outline: Outline,
): Generator<DemoFeature> {
  let serial = 0
  for (const site of sites) {
    serial++
    const village = gazetteer.villages[site.village]!
    const plot = `DK${String(serial).padStart(4, '0')}`
    if (layer === 'NZYPW' && site.kind === 'conversion') {
      yield row(site, gazetteer, {
        PZJG: PROVINCE,
        PCMC: `云栖县${site.date.slice(0, 4)}年度第${1 + (serial % 9)}批次农用地转用`,
        DKBH: plot,
        GDMJ: square(site.farmland),
      })
    }
    if (layer === 'ZDPW' && site.kind === 'conversion')
      yield row(site, gazetteer, { PZJG: PROVINCE, BZDW: `${village.name}村民委员会`, DKBH: plot })
    if (layer === 'GDXM' && site.kind === 'conversion' && site.valid && serial % 5 > 1)
      yield supply(site, gazetteer, outline, serial)
    if (layer === 'SSNYDBA' && site.kind === 'facility')
      yield row(site, gazetteer, {
        SSLX: /养殖|畜|禽|水产/.test(site.use) ? '2' : '1',
        BADW: `${village.townName}人民政府`,
      })
    if (layer === 'LSYD' && site.kind === 'temporary')
      yield row(site, gazetteer, {
        PZJG: '云栖县自然资源局',
        FKQX: yearAfter(site.until),
        FKYQ: '期满一年内完成复垦并恢复原地类',
      })
    if (layer === 'ZFAJ' && site.kind === 'case') {
      yield row(site, gazetteer, {
        WFLX: site.use,
        PZJG: '云栖县自然资源局',
        AJZT: site.state === '已处罚' ? '2' : '1',
        CFJDS: site.state === '已处罚' ? site.number.replace('立', '执罚') : null,
      })
    }
  }
}

/** Land supplied out of a conversion: a little smaller than the plot approved. */
function supply(site: Site, gazetteer: Gazetteer, outline: Outline, serial: number): DemoFeature {
  const polygon = [outline.bentRing(shrunk(site.shape, 0.96))]
  const allotted = /^(08|10|0702)/.test(site.useCode)
  const more: DemoAttributes = {
    PZWH: `云栖自然资供〔${site.date.slice(0, 4)}〕${serial}号`,
    PZMJ: square(polygonArea(polygon)),
    DZJGH: `610799${site.date.slice(0, 4)}B${String(serial).padStart(5, '0')}`,
    GYFS: allotted ? '1' : '2',
    NZYWH: site.number,
    SYNX: allotted ? null : site.useCode === '0701' ? 70 : 50,
  }
  return { attributes: { ...common(site, gazetteer), ...more, BZ: null }, geometry: [polygon] }
}

const ORIGIN: Partial<Record<Site['kind'], [type: string, layer: string]>> = {
  conversion: ['5', 'NZYPW'],
  facility: ['6', 'SSNYDBA'],
  temporary: ['7', 'LSYD'],
  surveyed: ['8', ''],
}

/** Land under management (管理范围): valid approvals and what was surveyed this year; open cases are not managed land. */
export function* managedRows(sites: readonly Site[], gazetteer: Gazetteer): Generator<DemoFeature> {
  let serial = 0
  for (const site of sites) {
    const origin = ORIGIN[site.kind]
    if (!origin || !site.valid) continue
    const BSM = `${COUNTY_CODE}9007${String(++serial).padStart(8, '0')}`
    yield row(site, gazetteer, { BSM, GLLX: origin[0], LYTC: origin[1] || null })
  }
}
