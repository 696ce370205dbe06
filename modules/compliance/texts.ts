import type { Sentences } from '../../kernel/problems/sentences.ts'

export const texts: Sentences = {
  'compliance.report.make': { zh: '合规性审查', en: 'Compliance check' },
  'compliance.report.make.no-land': {
    zh: '没有可以计算面积的范围；请检查图形后重新绘制或上传。',
    en: 'There is no land an area can be computed of; check the shapes and draw or upload again.',
  },
  'compliance.report.make.too-much': {
    zh: '范围过大（{ranges} 个，{hectares} 公顷）：一次最多 {most} 个、5000 公顷；请分批审查。',
    en: 'Too much at once ({ranges} ranges, {hectares} ha): at most {most} ranges and 5 000 ha; divide it.',
  },
  'compliance.report.make.no-file': {
    zh: '没有收到文件 {name}；请重新上传。',
    en: 'The file {name} has not arrived; upload it again.',
  },
  'compliance.report.make.outside': {
    zh: '范围不在本县境内；请核对坐标系和带号后重试。',
    en: 'The land does not lie in the county; check the coordinate system and zone and try again.',
  },
  'compliance.report.list': { zh: '合规性审查记录', en: 'Compliance reports' },
  'compliance.report.view': { zh: '审查报告', en: 'Compliance report' },
  'compliance.report.export': { zh: '导出审查报告', en: 'Export the report' },
  'compliance.report.unknown': {
    zh: '没有这份报告，或不在您的权限区域内。',
    en: 'There is no such report, or it lies outside your areas.',
  },
  'compliance.range.empty': { zh: '没有坐标，未参与审查。', en: 'Without coordinates; not examined.' },
  'compliance.range.not-finite': { zh: '坐标不是数值，未参与审查。', en: 'Coordinates are no numbers; not examined.' },
  'compliance.range.too-far': { zh: '坐标超出范围，未参与审查。', en: 'Coordinates out of reach; not examined.' },
  'compliance.range.no-area': { zh: '图形没有面积，未参与审查。', en: 'No area; not examined.' },
  'compliance.range.too-tangled': { zh: '图形自相交过多，未参与审查。', en: 'Crosses itself too often; not examined.' },
  'compliance.repair.multipart': { zh: '由多个部分组成。', en: 'Has several parts.' },
  'compliance.repair.self-crossing': { zh: '自相交，已修复。', en: 'Crossed itself; put right.' },
  'compliance.repair.touching-rings': { zh: '环相接，已修复。', en: 'Rings touched; put right.' },
  'compliance.repair.ring-closed': { zh: '环未闭合，已闭合。', en: 'Ring was open; closed.' },
  'compliance.repair.repeated-vertex': { zh: '重复点，已删除。', en: 'Repeated vertices; taken out.' },
  'compliance.repair.spike': { zh: '尖刺，已删除。', en: 'Spike; taken out.' },
  'compliance.repair.tiny-ring': { zh: '微小环，已删除。', en: 'Tiny ring; taken out.' },
  'compliance.repair.ring-direction': { zh: '环方向，已调整。', en: 'Ring ran the wrong way; turned.' },
  'compliance.repair.hole-outside': { zh: '洞在图形外，已修复。', en: 'Hole lay outside; put right.' },
  'compliance.repair.overlapping-holes': { zh: '洞相互重叠，已修复。', en: 'Holes overlapped; put right.' },
  'compliance.repair.overlapping-parts': { zh: '部件相互重叠，已修复。', en: 'Parts overlapped; put right.' },
}
