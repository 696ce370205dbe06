import type { Sentences } from '../../../kernel/problems/sentences.ts'

/** Result, sharing, archive. */
export const texts: Sentences = {
  'landuse.result.list': { zh: '成果列表', en: 'Results' },
  'landuse.result.draft': { zh: '成果生成', en: 'Draft the result' },
  'landuse.result.preview': { zh: '成果预览', en: 'Preview the result' },
  'landuse.result.apply': { zh: '正式变更', en: 'Apply the result' },
  'landuse.result.abandon': { zh: '放弃成果草稿', en: 'Abandon the draft' },
  'landuse.result.revert': { zh: '撤销已变更成果', en: 'Take the result back' },
  'landuse.result.keep': { zh: '维持原图', en: 'Keep the base map' },
  'landuse.result.share': { zh: '成果共享', en: 'Share the result' },
  'landuse.share.list': { zh: '共享成果', en: 'Shared results' },
  'landuse.share.redeliver': { zh: '重新推送', en: 'Send again' },
  'landuse.result.unknown': { zh: '没有这个成果变更集，请刷新列表。', en: 'There is no such result; reload the list.' },
  'landuse.result.draft.in-another': {
    zh: '案件 {number} 已在成果「{title}」（{state}）中；请先处理或放弃那一个。',
    en: 'Case {number} is in the result «{title}» ({state}); finish or abandon that one first.',
  },
  'landuse.result.draft.not-at-result': {
    zh: '所选 {asked} 个案件中只有 {ready} 个审核通过待生成成果，请刷新后重选。',
    en: 'Of {asked} cases only {ready} are approved and wait for their result; reload and choose again.',
  },
  'landuse.result.draft.nothing-changes': {
    zh: '{cases} 个案件的调查结果不改变底图（地类未变或小于最小上图面积）；如无误，请逐件「维持原图」。',
    en: 'What the {cases} cases found changes nothing on the base map (same class, or too small); keep the base for each.',
  },
  'landuse.result.draft.patches-overlap': {
    zh: '两个调查图斑重叠 {area} 平方米（案件 {firstCase} 与 {secondCase}），请退回其中一件修改边界。',
    en: 'Two surveyed patches overlap by {area} m² (cases {firstCase} and {secondCase}); return one of them.',
  },
  'landuse.result.draft.outside-base': {
    zh: '调查图斑有 {area} 平方米在底图之外（案件 {caseId}），请退回修改边界。',
    en: '{area} m² of a surveyed patch lie outside the base map (case {caseId}); return it.',
  },
  'landuse.result.draft.no-area': {
    zh: '底图图斑 {TBBH}（要素 {feature}）没有图斑面积，无法平差；请先补正底图。',
    en: 'Base patch {TBBH} (feature {feature}) has no recorded area to level to; correct the base map first.',
  },
  'landuse.result.note.merged': {
    zh: '{TBBH} 中 {area} 平方米的 {DLBM} 小于最小上图面积，已并入相邻 {into}。',
    en: '{area} m² of {DLBM} in {TBBH} are too small to be mapped and were merged into {into} beside it.',
  },
  'landuse.result.note.given-back': {
    zh: '{TBBH} 中调查为 {DLBM} 的 {area} 平方米小于 {minimum} 平方米，维持原地类。',
    en: '{area} m² of {TBBH} surveyed as {DLBM} are below {minimum} m² and stay as they were.',
  },
  'landuse.result.note.too-small': {
    zh: '{TBBH} 的 {DLBM} 图斑 {area} 平方米小于 {minimum} 平方米，无同权属相邻图斑可并，保留待查。',
    en: 'The {DLBM} patch of {area} m² in {TBBH} is below {minimum} m² with no neighbour of one owner to join; kept.',
  },
  'landuse.result.apply.not-checked': {
    zh: '成果「{title}」未通过检查（{problems} 个问题，首个为 {first}），请放弃后重新生成。',
    en: 'The result «{title}» did not pass its check ({problems} problems, first {first}); abandon it and draft again.',
  },
  'landuse.result.apply.case-moved': {
    zh: '案件 {number} 已不在成果环节，不能随本成果变更；请放弃后重新生成。',
    en: 'Case {number} no longer waits for its result; abandon this set and draft again.',
  },
  'landuse.result.abandon.too-late': {
    zh: '成果「{title}」已处于 {state} 状态，不能放弃。',
    en: 'The result «{title}» is {state} and cannot be abandoned.',
  },
  'landuse.result.abandon.no-reason': { zh: '请写明放弃的理由。', en: 'Say why it is abandoned.' },
  'landuse.result.revert.not-applied': {
    zh: '成果「{title}」不是有效的已变更成果（{state}），不能撤销。',
    en: 'The result «{title}» is not applied and standing ({state}); it cannot be taken back.',
  },
  'landuse.result.revert.no-reason': { zh: '请写明撤销的理由。', en: 'Say why it is taken back.' },
  'landuse.result.keep.no-reason': { zh: '请写明维持原图的理由。', en: 'Say why the base map is kept.' },
  'landuse.share.redeliver.unknown': {
    zh: '所选 {asked} 条消息中只找到 {found} 条，请刷新列表。',
    en: 'Of {asked} messages only {found} were found; reload the list.',
  },
}
