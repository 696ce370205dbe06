/** Working classes of the third survey used in the demo county (三调工作分类, codes/landuse_survey3.csv). */
export const CLASS_NAME: Record<string, string> = {
  '0101': '水田',
  '0102': '水浇地',
  '0103': '旱地',
  '0201': '果园',
  '0202': '茶园',
  '0204': '其他园地',
  '0301': '乔木林地',
  '0302': '竹林地',
  '0305': '灌木林地',
  '0307': '其他林地',
  '0404': '其他草地',
  '0508': '物流仓储用地',
  '05H1': '商业服务业设施用地',
  '0601': '工业用地',
  '0602': '采矿用地',
  '0701': '城镇住宅用地',
  '0702': '农村宅基地',
  '0809': '公用设施用地',
  '0810': '公园与绿地',
  '0810A': '广场用地',
  '08H1': '机关团体新闻出版用地',
  '08H2': '科教文卫用地',
  '09': '特殊用地',
  '1003': '公路用地',
  '1004': '城镇村道路用地',
  '1005': '交通服务场站用地',
  '1006': '农村道路',
  '1101': '河流水面',
  '1103': '水库水面',
  '1104': '坑塘水面',
  '1104A': '养殖坑塘',
  '1107': '沟渠',
  '1107A': '干渠',
  '1201': '空闲地',
  '1202': '设施农用地',
  '1206': '裸土地',
  '1207': '裸岩石砾地',
}

export function className(code: string): string {
  const name = CLASS_NAME[code]
  if (!name) throw new Error(`demo county: no name for land class ${code}`)
  return name
}

/** 耕地: 水田, 水浇地, 旱地. */
export const isCultivated = (code: string) => /^010[123]$/.test(code)

/** Linear classes that carry a width (XZDWKD). */
export const isLinear = (code: string) => ['1003', '1006', '1101', '1107', '1107A'].includes(code)
