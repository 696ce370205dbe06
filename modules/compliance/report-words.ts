type Language = 'zh' | 'en'

const words = {
  report: { zh: '合规性审查', en: 'Compliance report' },
  summary: { zh: '概况', en: 'Summary' },
  item: { zh: '项目', en: 'Item' },
  content: { zh: '内容', en: 'Content' },
  number: { zh: '编号', en: 'Number' },
  title: { zh: '名称', en: 'Title' },
  conclusion: { zh: '总体结论', en: 'Conclusion' },
  source: { zh: '范围来源', en: 'Land from' },
  area: { zh: '行政区', en: 'Area' },
  ellipsoidal: { zh: '椭球面积（m²）', en: 'Ellipsoidal area (m²)' },
  planar: { zh: '平面面积（m²）', en: 'Planar area (m²)' },
  asOf: { zh: '数据时点', en: 'Data as of' },
  rules: { zh: '规则版本', en: 'Version of the rules' },
  madeBy: { zh: '审查人', en: 'Made by' },
  madeAt: { zh: '审查时间', en: 'Made at' },
  byRule: { zh: '分项结论', en: 'By rule' },
  areas: { zh: '面积表', en: 'Areas' },
  approvals: { zh: '批文与案件', en: 'Approvals and cases' },
  free: { zh: '图层外', en: 'outside the layer' },
  valid: { zh: '有效', en: 'in force' },
  invalid: { zh: '无效', en: 'not in force' },
  clear: { zh: '符合', en: 'Clear' },
  attention: { zh: '需办理', en: 'Needs action' },
  conflict: { zh: '冲突', en: 'Conflict' },
  drawn: { zh: '图上绘制', en: 'drawn' },
  file: { zh: '上传文件', en: 'file' },
  case: { zh: '案件', en: 'case' },
} satisfies Record<string, Record<Language, string>>

export const say = (word: keyof typeof words, language: Language): string => words[word][language]

export const headings: Record<'verdicts' | 'areas' | 'approvals', Record<Language, readonly string[]>> = {
  verdicts: {
    zh: ['规则', '审查项', '结论', '椭球面积（m²）', '平面面积（m²）', '占比（%）', '依据', '处理意见'],
    en: ['Rule', 'Examined', 'Conclusion', 'Ellipsoidal m²', 'Planar m²', 'Share %', 'Clause', 'What to do'],
  },
  areas: {
    zh: ['图层', '属性', '地类', '权属单位', '椭球面积（m²）', '平面面积（m²）'],
    en: ['Layer', 'Values', 'Class', 'Owner', 'Ellipsoidal m²', 'Planar m²'],
  },
  approvals: {
    zh: ['图层', '文号', '项目', '单位', '批准日期', '有效期至', '状态', '椭球面积（m²）', '平面面积（m²）'],
    en: ['Layer', 'Number', 'Project', 'Holder', 'Decided', 'Valid until', 'State', 'Ellipsoidal m²', 'Planar m²'],
  },
}
