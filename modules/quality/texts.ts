import type { Sentences } from '../../kernel/problems/sentences.ts'

export const texts: Sentences = {
  'quality.run.start': { zh: '发起质检', en: 'Start a quality run' },
  'quality.run.start.unknown-rule': {
    zh: '图层 {layer} 没有规则 {rule}；请重新选择规则。',
    en: 'Layer {layer} has no rule {rule}; choose the rules again.',
  },
  'quality.run.start.under-way': {
    zh: '{by} 正在对图层 {layer} 的同一区域质检；请等它结束，或先取消它。',
    en: '{by} is running a check of the same area of {layer}; wait for it to end, or cancel it first.',
  },
  'quality.run.repeat': { zh: '复现质检', en: 'Repeat a run' },
  'quality.run.repeat.rules-changed': {
    zh: '规则已由版本 {before} 更新到版本 {now}，原结果不能复现；请用现行规则另行发起质检。',
    en: 'The rules have gone from version {before} to {now}, so the result cannot be repeated; start a new run.',
  },
  'quality.run.resume': { zh: '继续质检', en: 'Go on with a run' },
  'quality.run.resume.not-stopped': {
    zh: '这次质检没有停下：它正在进行或已经完成，请刷新。',
    en: 'This run has not stopped: it is under way or done; reload.',
  },
  'quality.run.judge': { zh: '数据质检', en: 'Quality run' },
  'quality.run.list': { zh: '质检任务', en: 'Quality runs' },
  'quality.run.view': { zh: '质检结果', en: 'Result of a run' },
  'quality.run.export': { zh: '导出质检报告', en: 'Export the report' },
  'quality.run.unknown': {
    zh: '没有这次质检，或不在您的权限区域内。',
    en: 'There is no such run, or it lies outside your areas.',
  },
  'quality.rule.list': { zh: '质检规则', en: 'Quality rules' },
  'quality.issue.list': { zh: '质检问题', en: 'Issues' },
  'quality.issue.place': { zh: '问题分布', en: 'Where issues lie' },
  'quality.issue.view': { zh: '问题详情', en: 'One issue' },
  'quality.issue.proposeFix': { zh: '修复建议', en: 'Proposed fix' },
  'quality.issue.settle': { zh: '处理质检问题', en: 'Settle issues' },
  'quality.issue.settle.under-way': {
    zh: '质检还在进行；请等它结束后再处理问题。',
    en: 'The run is still under way; settle issues when it has ended.',
  },
  'quality.issue.settle.no-reason': {
    zh: '标记例外或退回须写明理由。',
    en: 'A waiver or a return needs a reason.',
  },
  'quality.issue.settle.until-without-waiver': {
    zh: '只有例外才有截止日期；请去掉日期或改为例外。',
    en: 'Only a waiver has an end date; leave the date out or choose the waiver.',
  },
  'quality.fix.apply': { zh: '应用修复', en: 'Apply the fix' },
  'quality.fix.apply.settled': {
    zh: '这个问题已处理（{state}）；请刷新后再看。',
    en: 'This issue is settled already ({state}); reload.',
  },
  'quality.fix.apply.no-fix': {
    zh: '图斑现状已没有这个问题，或没有已知的修法；请重新质检，或用变更集修改。',
    en: 'The features do not have this fault any more, or no fix is known; check again, or change them by a change set.',
  },
  'quality.stage.plan': { zh: '划分检查区块', en: 'Dividing the layer' },
  'quality.stage.blocks': { zh: '逐块检查要素', en: 'Judging features' },
  'quality.stage.join': { zh: '查找重叠与缝隙', en: 'Looking for overlaps and gaps' },
  'quality.stage.cover': { zh: '核对行政区全域覆盖', en: 'Looking for ground left open' },
  'quality.stage.whole': { zh: '全图层唯一性检查', en: 'Values unique in the layer' },
}
