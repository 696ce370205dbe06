import type { Gazetteer } from './codes.ts'
import type { DemoAttributes, DemoFeature, LayerName } from './feature.ts'
import { type Outline, polygonArea } from './outline.ts'
import { shrunk } from './shapes.ts'
import type { Site } from './sites.ts'

const square = (value: number) => Math.round(value * 100) / 100

function common(site: Site, gazetteer: Gazetteer): DemoAttributes {
  const village = gazetteer.villages[site.village]!
  return {
    PZWH: site.number,
    XMMC: site.project,
    DWMC: site.holder,
    PZRQ: site.date,
    YXQZ: site.until,
    PZYT: site.use,
    PZMJ: square(polygonArea(site.polygon)),
    ZT: site.state,
    XZQDM: village.code,
    XZQMC: village.name,
  }
}

function row(site: Site, gazetteer: Gazetteer, more: DemoAttributes): DemoFeature {
  return { attributes: { ...common(site, gazetteer), ...more, BZ: null }, geometry: [site.polygon] }
}

const PROVINCE = '陕西省人民政府'

/** Rows of an approval layer, made from the county's sites. */
export function* approvalRows(
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
        ZYGDMJ: square(site.farmland),
      })
    }
    if (layer === 'ZDPW' && site.kind === 'conversion')
      yield row(site, gazetteer, { PZJG: PROVINCE, BZDDW: `${village.name}村民委员会`, DKBH: plot })
    if (layer === 'GDXM' && site.kind === 'conversion' && site.valid && serial % 5 > 1)
      yield supply(site, gazetteer, outline, serial)
    if (layer === 'SSNYDBA' && site.kind === 'facility')
      yield row(site, gazetteer, { SSLX: site.use.slice(0, 4), BADW: `${village.townName}人民政府` })
    if (layer === 'LSYD' && site.kind === 'temporary')
      yield row(site, gazetteer, { PZJG: '云栖县自然资源局', FKYQ: '期满一年内完成复垦并恢复原地类' })
    if (layer === 'ZFAJ' && site.kind === 'case') {
      yield row(site, gazetteer, {
        WFLX: site.use,
        LARQ: site.date,
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
    GDFS: allotted ? '划拨' : '挂牌出让',
    NZYWH: site.number,
    SYNX: allotted ? null : site.useCode === '0701' ? 70 : 50,
  }
  return { attributes: { ...common(site, gazetteer), ...more, BZ: null }, geometry: [polygon] }
}

const ORIGIN: Partial<Record<Site['kind'], [type: string, layer: string]>> = {
  conversion: ['批准用地', 'NZYPW'],
  facility: ['设施农用地', 'SSNYDBA'],
  temporary: ['临时用地', 'LSYD'],
  surveyed: ['当年已调查', ''],
}

/** Land under management (管理范围): valid approvals and what was surveyed this year; open cases are not managed land. */
export function* managedRows(sites: readonly Site[]): Generator<DemoFeature> {
  let serial = 0
  for (const site of sites) {
    const origin = ORIGIN[site.kind]
    if (!origin || !site.valid) continue
    const attributes: DemoAttributes = {
      GLBH: `GL610799${String(++serial).padStart(6, '0')}`,
      GLMC: site.project,
      GLLX: origin[0],
      LYTC: origin[1] || null,
      LYBH: site.number,
      YXQZ: site.until,
      MJ: square(polygonArea(site.polygon)),
    }
    yield { attributes, geometry: [site.polygon] }
  }
}
