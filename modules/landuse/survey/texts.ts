import type { Sentences } from '../../../kernel/problems/sentences.ts'

/** Sorting, survey, quality check, review. */
export const texts: Sentences = {
  'landuse.case.sort': { zh: '内外业分件', en: 'Sort to office or field' },
  'landuse.case.sortProposal': { zh: '分件建议', en: 'Sorting proposed' },
  'landuse.case.archive': { zh: '快照归档', en: 'Archive' },
  'landuse.survey.view': { zh: '查看调查', en: 'View survey' },
  'landuse.survey.save': { zh: '保存调查', en: 'Save survey' },
  'landuse.survey.sendToField': { zh: '转外业', en: 'Send to the field' },
  'landuse.survey.sendToField.no-reason': {
    zh: '请在意见里写明为什么影像判断不了。',
    en: 'Say in the opinion why the pictures do not settle it.',
  },
  'landuse.survey.submit': { zh: '提交调查', en: 'Submit survey' },
  'landuse.survey.importVertices': { zh: '导入界址点', en: 'Import vertices' },
  'landuse.field.dispatch': { zh: '外业推送', en: 'Send to the field' },
  'landuse.quality.check': { zh: '成果质检', en: 'Quality check' },
  'landuse.quality.run': { zh: '重新质检', en: 'Check again' },
  'landuse.quality.view': { zh: '查看质检', en: 'View quality' },
  'landuse.quality.returnCase': { zh: '质检退回', en: 'Return with issues' },
  'landuse.review.view': { zh: '查看审核', en: 'View review' },
  'landuse.review.approve': { zh: '审核通过', en: 'Approve' },
  'landuse.review.return': { zh: '审核退回', en: 'Return' },
  'landuse.case.no-clue': {
    zh: '案件 {number} 不是土地监测案件。',
    en: 'Case {number} is not one of land monitoring.',
  },
  'landuse.case.not-at-step': {
    zh: '案件 {number} 当前不在「{steps}」环节，可能已被他人办理；请刷新后查看。',
    en: 'Case {number} does not stand at {steps} now; somebody may have moved it. Reload to see.',
  },
  'landuse.case.sort.none-waits': {
    zh: '所选 {asked} 个案件都不在分件环节，请刷新列表后再选。',
    en: 'None of the {asked} cases waits to be sorted; reload the list.',
  },
  'landuse.case.sort.reason-needed': {
    zh: '案件 {number} 等 {count} 件与系统建议不同，请填写理由后再分件。',
    en: '{count} cases ({number} …) differ from what the rule proposes; give a reason.',
  },
  'landuse.sorting.basic-farmland': { zh: '占永久基本农田', en: 'On permanent basic farmland' },
  'landuse.sorting.redline': { zh: '占生态保护红线', en: 'On the ecological redline' },
  'landuse.sorting.farmland': { zh: '占耕地', en: 'On cultivated land' },
  'landuse.sorting.unknown-class': { zh: '影像判不出地类', en: 'Imagery does not tell the class' },
  'landuse.sorting.manual': { zh: '甄别结论待核实', en: 'Screening left it open' },
  'landuse.sorting.large': { zh: '面积较大', en: 'Large' },
  'landuse.sorting.repaired': { zh: '图形经过修复', en: 'Its outline was repaired' },
  'landuse.sorting.clear': { zh: '影像可定，面积小，不占耕地', en: 'Imagery settles it; small, no farmland' },
  'landuse.survey.save.changed-meanwhile': {
    zh: '调查已被他人保存（第 {revision} 版），请刷新对照后再保存。',
    en: 'Somebody saved the survey meanwhile (revision {revision}); reload, compare and save again.',
  },
  'landuse.survey.save.future-date': {
    zh: '调查日期 {date} 晚于今天（{today}），请更正。',
    en: 'The day of survey {date} is after today ({today}); correct it.',
  },
  'landuse.survey.submit.no-patch': {
    zh: '还没有保存调查图斑，请先绘制并保存。',
    en: 'No patch is saved yet; draw and save one first.',
  },
  'landuse.survey.submit.no-class': {
    zh: '第 {patch} 个图斑没有地类，请补充后再提交。',
    en: 'Patch {patch} has no class; fill it in before submitting.',
  },
  'landuse.survey.importVertices.no-file': {
    zh: '文件还没有上传成功，请重新上传。',
    en: 'The file is not there; upload it again.',
  },
  'landuse.survey.importVertices.no-columns': {
    zh: '表头「{header}」中找不到坐标列，需要 X（北）与 Y（东），或 经度 与 纬度。',
    en: 'No coordinate columns in «{header}»: X (north) and Y (east), or longitude and latitude are needed.',
  },
  'landuse.survey.importVertices.bad-coordinate': {
    zh: '第 {line} 行坐标 {x}, {y} 不在 CGCS2000 36 带范围内；请核对轴向与带号。',
    en: 'Line {line}: {x}, {y} is not in CGCS2000 zone 36; check axes and zone.',
  },
  'landuse.survey.importVertices.rejected': {
    zh: '第 {line} 行：{reason}。界址点文件不符合报部格式，请更正后再导入。',
    en: 'Line {line}: {reason}. The coordinate file does not keep its layout; correct it and import again.',
  },
  'landuse.survey.importVertices.not-gpx': {
    zh: '文件是 XML（{root}），但不是 GPX 轨迹；请导出为 GPX 或坐标表。',
    en: 'The file is XML ({root}) but no GPX track; export GPX or a table of points.',
  },
  'landuse.survey.importVertices.no-area': {
    zh: '「{name}」的点无法围成面（{reason}），请检查点序。',
    en: 'The points of «{name}» enclose no area ({reason}); check their order.',
  },
  'landuse.survey.importVertices.empty': {
    zh: '文件中没有可用的界址点，至少需要三个点。',
    en: 'The file has no usable vertices; at least three are needed.',
  },
  'landuse.field.dispatch.none-waits': {
    zh: '所选 {asked} 个案件都不在外业环节，请先分件到外业。',
    en: 'None of the {asked} cases stands at the field step; sort them to the field first.',
  },
  'landuse.review.return.no-reason': {
    zh: '退回必须写明理由，调查人据此修改。',
    en: 'Say why: the surveyor works from your reason.',
  },
}
