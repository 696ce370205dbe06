import type { Sentences } from '../../../../kernel/problems/sentences.ts'

export const actTexts = {
  'field.act.claim': { zh: '签收', en: 'Claim' },
  'field.act.claim.why': {
    zh: '签收后由您办理；没有信号时先记为申请，由服务器确认。',
    en: 'It becomes yours. Without a signal this is a request that the server confirms.',
  },
  'field.act.force': { zh: '强签', en: 'Take over' },
  'field.act.force.why': {
    zh: '任务转为您的待办，继承对方已上传的图斑、照片和表单，并通知对方；对方之后上传的内容由管理员处理。',
    en: 'The task becomes yours with the patches, photos and form sent so far, and the other is told; what they send later waits for the administrator.',
  },
  'field.act.force.reason.1': { zh: '工期紧，由我继续办理', en: 'Urgent, I go on with it' },
  'field.act.force.reason.2': { zh: '原签收人无法到场', en: 'The other cannot come' },
  'field.act.return': { zh: '退回', en: 'Give back' },
  'field.act.return.why': {
    zh: '退回待办池，其他人可以重新签收；已采集的内容保留在任务中。',
    en: 'Others may claim it again; what was collected stays with the task.',
  },
  'field.act.return.reason.1': { zh: '另有任务，无法按期完成', en: 'No time before the deadline' },
  'field.act.return.reason.2': { zh: '不在我的作业区域', en: 'Not in my area' },
  'field.act.return.reason.3': { zh: '误签收', en: 'Claimed by mistake' },
  'field.act.noSurvey': { zh: '不调查', en: 'No survey' },
  'field.act.noSurvey.why': {
    zh: '标记后上报时不要求举证，范围内的图斑和照片不提交内网；上报前可以取消。',
    en: 'No evidence is asked for at hand-in and nothing of the range is sent inside; it can be taken back until then.',
  },
  'field.act.noSurvey.reason.1': { zh: '与相邻图斑为同一地类', en: 'Same class as the neighbour' },
  'field.act.noSurvey.reason.2': { zh: '已在其他任务中举证', en: 'Surveyed with another task' },
  'field.act.noSurvey.reason.3': { zh: '范围内没有变化', en: 'Nothing has changed' },
  'field.act.surveyAfterAll': { zh: '取消不调查', en: 'Survey after all' },
  'field.act.surveyAfterAll.why': {
    zh: '取消标记后，按正常任务举证和上报。',
    en: 'The mark is taken off; evidence is needed again.',
  },
  'field.act.handIn': { zh: '上报', en: 'Hand in' },
  'field.act.handIn.why': {
    zh: '按不调查上报，不要求照片和表单；范围内已采集的内容不提交内网。',
    en: 'Handed in as not surveyed: no photos or form are asked for, and nothing of the range is sent inside.',
  },
  'field.act.withdraw': { zh: '撤回', en: 'Take back' },
  'field.act.withdraw.why': {
    zh: '审核开始之前可以撤回修改；撤回后任务回到在办。',
    en: 'Until the review begins you may take it back to change it.',
  },
  'field.act.delete': { zh: '删除', en: 'Delete' },
  'field.act.delete.why': {
    zh: '删除自己上报的自主发现任务；案件关闭，操作留痕保留在审计中，不可恢复。',
    en: 'Your own find is closed for good; the record of it stays in the audit.',
  },
  'field.act.delete.reason.1': { zh: '重复上报', en: 'Reported twice' },
  'field.act.delete.reason.2': { zh: '误报，现场无变化', en: 'By mistake, nothing there' },
  'field.act.many': { zh: '共 {count} 件任务', en: '{count} tasks' },
  'field.act.reason': { zh: '原因', en: 'Reason' },
  'field.act.understood': { zh: '知道了', en: 'OK' },
  'field.act.done': { zh: '{count} 件已完成', en: '{count} done' },
  'field.act.requested': { zh: '{count} 件已申请，待服务器确认', en: '{count} asked for; the server will confirm' },
  'field.act.refused': { zh: '{count} 件未成功，原因如下', en: '{count} not done, and why' },
} satisfies Sentences
