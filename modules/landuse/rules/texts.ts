import type { Sentences } from '../../../kernel/problems/sentences.ts'

const areas = { zh: '（面积 {areaBefore} → {areaAfter} m²）', en: ' (area {areaBefore} → {areaAfter} m²)' }
const repair = (zh: string, en: string) => ({ zh: `${zh}${areas.zh}`, en: `${en}${areas.en}` })

/** Why a row was rejected, what was put right in it, and what a reader should know about it. */
export const rowTexts: Sentences = {
  'landuse.row.number-missing': {
    zh: '没有线索编号。请补编号后重新交付该行。',
    en: 'The row has no number. Add one and deliver the row again.',
  },
  'landuse.row.number-repeated': {
    zh: '编号 {number} 与第 {row} 行重复而内容不同。请更正编号后重新交付。',
    en: 'The number {number} is also that of row {row}, with other content. Correct it and deliver again.',
  },
  'landuse.row.duplicate': {
    zh: '与第 {row} 行完全相同，只取一次；如为不同线索，请更正后重新交付。',
    en: 'The same as row {row}; taken once. If it is another clue, correct it and deliver again.',
  },
  'landuse.row.date-in-future': {
    zh: '发现日期 {date} 晚于今天 {today}。请核对日期后重新交付。',
    en: 'Found on {date}, after today {today}. Check the date and deliver again.',
  },
  'landuse.row.outside-county': {
    zh: '图形不在本县范围内。请核对坐标系或行政区后重新交付。',
    en: 'The shape lies outside the county. Check the coordinate system or the area and deliver again.',
  },
  'landuse.row.empty': { zh: '没有图形。请补图形后重新交付。', en: 'The row has no shape. Add it and deliver again.' },
  'landuse.row.no-area': {
    zh: '图形没有面积。请重新勾绘后交付。',
    en: 'The shape encloses no area. Draw it again and deliver.',
  },
  'landuse.row.not-finite': {
    zh: '坐标不是有效数字。请重新导出后交付。',
    en: 'A coordinate is no number. Export again and deliver.',
  },
  'landuse.row.too-far': {
    zh: '坐标超出地球范围。请核对坐标系后重新交付。',
    en: 'A coordinate lies nowhere on Earth. Check the coordinate system and deliver again.',
  },
  'landuse.row.date-missing': {
    zh: '没有后时相日期，批准是否有效需人工判断。',
    en: 'No date of finding: a person must judge the validity of approvals.',
  },
  'landuse.row.date-unreadable': {
    zh: '字段 {field} 的日期「{text}」无法识别，按空值处理。',
    en: 'The date «{text}» of {field} cannot be read; taken as empty.',
  },
  'landuse.row.dates-reversed': {
    zh: '前时相 {beforeOn} 晚于后时相 {foundOn}。',
    en: 'The earlier image {beforeOn} is later than {foundOn}.',
  },
  'landuse.row.area-unreadable': {
    zh: '面积「{text}」无法识别，按空值处理。',
    en: 'The area «{text}» cannot be read; taken as empty.',
  },
  'landuse.row.area-differs': {
    zh: '申报面积 {stated} m² 与计算面积 {computed} m² 相差较大。',
    en: 'The stated area {stated} m² differs from the computed {computed} m².',
  },
  'landuse.row.class-unknown': {
    zh: '地类代码 {code} 不在三调分类中，原样保留。',
    en: 'The class {code} is not of the survey classification; kept as written.',
  },
  'landuse.row.repair-reverted': {
    zh: '图形修复已撤回，按交付的原图形处理。',
    en: 'The repair was taken back; the delivered shape is used.',
  },
  'landuse.repair.ring-closed': repair('环未闭合，缺口 {measure} m 已闭合', 'An open ring was closed over {measure} m'),
  'landuse.repair.repeated-vertex': repair(
    '重复点已去除（间距 {measure} m）',
    'A repeated vertex was taken out ({measure} m)',
  ),
  'landuse.repair.spike': repair('尖刺已去除，长 {measure} m', 'A spike of {measure} m was cut'),
  'landuse.repair.tiny-ring': repair('碎屑已去除，{measure} m²', 'A speck of {measure} m² was taken out'),
  'landuse.repair.ring-direction': repair(
    '内环方向已更正，{measure} m²',
    'A hole’s direction was corrected, {measure} m²',
  ),
  'landuse.repair.self-crossing': repair(
    '自相交已拆分，面积变化 {measure} m²',
    'A self-crossing was resolved, area changed by {measure} m²',
  ),
  'landuse.repair.touching-rings': repair(
    '相接的环已重组，面积变化 {measure} m²',
    'Touching rings were rebuilt, area changed by {measure} m²',
  ),
  'landuse.repair.hole-outside': repair(
    '外环之外的内环已去除，{measure} m²',
    'A hole outside its ring was taken out, {measure} m²',
  ),
  'landuse.repair.overlapping-parts': repair(
    '重叠部分已合并，{measure} m²',
    'Overlapping parts were merged, {measure} m²',
  ),
  'landuse.repair.overlapping-holes': repair(
    '重叠内环已合并，{measure} m²',
    'Overlapping holes were merged, {measure} m²',
  ),
  'landuse.repair.multipart': { zh: '由 {measure} 个部分组成，原样保留。', en: 'Made of {measure} parts, kept so.' },
}
