import type { Random } from './random.ts'

const TOWNS = [
  '城关镇',
  '清水河镇',
  '白杨镇',
  '石门镇',
  '柳林镇',
  '双溪镇',
  '茶坪镇',
  '杨柳铺镇',
  '黄土岭镇',
  '马鞍山镇',
  '金竹镇',
  '三岔口镇',
  '龙潭镇',
  '青石镇',
  '观音寺镇',
  '平川镇',
  '野鹤镇',
  '枫香镇',
  '大安镇',
  '永宁镇',
  '新集镇',
  '古城镇',
  '梁家山镇',
  '月河镇',
  '沙坪镇',
  '板桥镇',
  '鹿鸣镇',
  '松林镇',
  '高坝镇',
  '麻柳镇',
  '桃源镇',
  '银杏镇',
  '九里镇',
  '长岭镇',
  '两河镇',
  '土门镇',
  '凤台镇',
  '盐井镇',
  '小河镇',
  '云峰镇',
  '朱家垭镇',
  '蒲溪镇',
  '关庙镇',
  '花石镇',
]
const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const LANDFORMS = ['湾', '坝', '沟', '坪', '营', '岭', '院', '庄', '寨', '梁', '垭', '坡', '塘', '桥', '店', '嘴']
const SCENES = [
  '青龙',
  '白云',
  '石佛',
  '柳树',
  '枣树',
  '梨园',
  '桑园',
  '东风',
  '新民',
  '红星',
  '团结',
  '五一',
  '双庙',
  '古井',
  '槐树',
  '杏花',
  '竹园',
  '清泉',
  '大堰',
  '龙王',
  '土桥',
  '上河',
  '下河',
  '中坝',
  '前进',
  '丰收',
  '长青',
  '高峰',
  '松树',
  '水磨',
]

export function townNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => TOWNS[i] ?? `新设第${i + 1}镇`)
}

/** Village names, each once in the county: 王家湾村, 柳树坪村 … */
export function villageNames(count: number, random: Random): string[] {
  const used = new Set<string>()
  while (used.size < count) {
    const stem = random.chance(0.72)
      ? `${random.pick(SURNAMES)}家${random.pick(LANDFORMS)}`
      : `${random.pick(SCENES)}${random.chance(0.5) ? random.pick(LANDFORMS) : ''}`
    used.add(`${stem}村`)
  }
  return [...used]
}

const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英建国华玉兰志红文斌凤春生金海云林永福荣贵安康宝祥庆']

/** A believable personal name. */
export function personName(random: Random): string {
  const given = random.pick(GIVEN) + (random.chance(0.75) ? random.pick(GIVEN) : '')
  return random.pick(SURNAMES) + given
}
