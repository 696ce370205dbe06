import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const dispatchTexts: Sentences = {
  'fieldwork.task.claimMany': { zh: '批量签收外业任务', en: 'Claim field tasks' },
  'fieldwork.task.forceClaim': { zh: '强签外业任务', en: 'Take over field task' },
  'fieldwork.task.forceClaim.free': {
    zh: '任务「{step}」还没有人签收，直接签收即可，不必强签。',
    en: 'Nobody has claimed {step}: claim it, there is nobody to take it from.',
  },
  'fieldwork.task.forceClaim.not-claimed': {
    zh: '任务「{step}」已派给他人但尚未签收，不能强签；请联系外业管理员改派。',
    en: '{step} was given to somebody who has not claimed it yet; ask the field administrator to give it to you.',
  },
  'fieldwork.task.return': { zh: '退回外业任务', en: 'Give field tasks back' },
  'fieldwork.task.withdraw': { zh: '撤回外业成果', en: 'Take handed-in work back' },
  'fieldwork.task.withdraw.done': {
    zh: '「{step}」的成果已经撤回过，请在待办列表中打开。',
    en: 'The work at {step} was taken back already; open it in your list.',
  },
  'fieldwork.task.withdraw.in-review': {
    zh: '{by} 已开始审核（{step}），不能撤回或删除；如需修改，请联系审核人退回。',
    en: '{by} has begun the review ({step}); ask them to return it.',
  },
  'fieldwork.task.withdraw.being-checked': {
    zh: '系统正在检查「{step}」的成果，请一分钟后再撤回。',
    en: 'The work at {step} is being checked; take it back in a minute.',
  },
  'fieldwork.task.markNoSurvey': { zh: '标记不调查', en: 'Mark as not to be surveyed' },
  'fieldwork.task.clearNoSurvey': { zh: '取消不调查标记', en: 'Survey after all' },
  'fieldwork.task.noSurvey.not-marked': {
    zh: '「{step}」没有不调查标记，无需取消；请刷新列表。',
    en: '{step} is not marked, so there is nothing to take back; reload the list.',
  },
  'fieldwork.task.delete': { zh: '删除自主发现任务', en: 'Delete a self-discovered task' },
  'fieldwork.task.delete.not-discovered': {
    zh: '{number} 不是自主发现的任务，不能删除；需要修改时请撤回。',
    en: '{number} was not found by yourself and cannot be deleted; take it back to change it.',
  },
  'fieldwork.task.delete.not-handed-in': {
    zh: '{number} 还没有提交，不能按已办删除；不再需要时请退回或标记不调查。',
    en: '{number} has not been handed in; give it back or mark it as not to be surveyed.',
  },
  'fieldwork.task.delete.not-yours': {
    zh: '{number} 是他人提交的，只能由提交人删除。',
    en: '{number} was handed in by somebody else, who alone may delete it.',
  },
  'fieldwork.task.history': { zh: '历史调查记录', en: 'History of the range' },
  'fieldwork.dispatch.assign': { zh: '派发外业任务', en: 'Give out field tasks' },
  'fieldwork.dispatch.recall': { zh: '撤销派发', en: 'Take field tasks back' },
  'fieldwork.message.recalled': {
    zh: '{by} 撤销了派给您的任务 {number}：{reason}',
    en: '{by} has taken {number} back from you: {reason}',
  },
  'fieldwork.dispatch.list': { zh: '外业任务派发', en: 'Dispatch of field work' },
  'fieldwork.dispatch.places': { zh: '派发地图', en: 'Dispatch map' },
  'fieldwork.dispatch.people': { zh: '外业人员', en: 'Field staff' },
  'fieldwork.dispatch.rule.list': { zh: '分派规则', en: 'Rules of dispatch' },
  'fieldwork.dispatch.rule.save': { zh: '保存分派规则', en: 'Save a rule of dispatch' },
  'fieldwork.dispatch.rule.remove': { zh: '删除分派规则', en: 'Remove a rule of dispatch' },
  'fieldwork.dispatch.rule.unknown': {
    zh: '本机构没有这条分派规则，可能已被删除；请刷新列表。',
    en: 'Your organisation has no such rule, perhaps it was removed; reload the list.',
  },
  'fieldwork.dispatch.no-right': {
    zh: '您没有区域 {area} 的派发权限，{number} 未派发；请由该区域的管理员派发。',
    en: 'You have no right to give out tasks in {area}; {number} is for its administrator.',
  },
  'fieldwork.dispatch.other-organisation': {
    zh: '{number} 属于其他机构，未派发；请由该机构的管理员派发。',
    en: '{number} belongs to another organisation, whose administrator gives it out.',
  },
  'fieldwork.dispatch.held-elsewhere': {
    zh: '{number} 已由其他机构的人员持有，未派发。',
    en: '{number} is with somebody of another organisation; it stays there.',
  },
  'fieldwork.dispatch.person-elsewhere': {
    zh: '{name} 不是本机构人员，不能派给他；请从本机构外业人员中选择。',
    en: '{name} is not of your organisation; choose one of your own field staff.',
  },
  'fieldwork.dispatch.recall.free': {
    zh: '{number} 没有派给任何人，已在待派列表中。',
    en: '{number} is given to nobody; it waits already.',
  },
  'fieldwork.dispatch.recall.begun': {
    zh: '{number} 已被签收，不能撤销派发；如需换人，请改派。',
    en: '{number} has been claimed already; give it to somebody else instead.',
  },
}
