import type { Sentences } from '../../../kernel/problems/sentences.ts'

const working = (verb: string): Sentences => ({
  [`${verb}.cancelled`]: {
    zh: '批次 {number} 已撤销，不能再处理。如需处理，请重新上传。',
    en: 'Batch {number} was withdrawn and cannot be processed. Upload it again.',
  },
  [`${verb}.mapping-missing`]: {
    zh: '批次 {number} 尚缺字段对应：{fields}。请先确认字段，再处理。',
    en: 'Batch {number} lacks fields: {fields}. Confirm the mapping first.',
  },
  [`${verb}.running`]: {
    zh: '批次 {number} 正在处理。请等待完成，或先取消当前任务。',
    en: 'Batch {number} is being processed. Wait for the end, or cancel the run first.',
  },
})

export const refusalTexts: Sentences = {
  ...working('landuse.batch.process'),
  ...working('landuse.batch.overlay'),
  ...working('landuse.batch.screen'),
  ...working('landuse.batch.open'),
  'landuse.batch.unknown': {
    zh: '没有这个批次（{id}）。请从批次列表重新进入。',
    en: 'There is no such batch ({id}). Go back to the list.',
  },
  'landuse.batch.other-area': {
    zh: '批次 {number} 不在您的管辖区域内。',
    en: 'Batch {number} lies outside your area.',
  },
  'landuse.batch.upload.no-file': {
    zh: '文件尚未上传完整（{digest}）。请重新上传文件。',
    en: 'The file has not arrived whole ({digest}). Upload it again.',
  },
  'landuse.batch.upload.same-delivery': {
    zh: '这批线索已于 {date} 作为批次 {number} 入库，没有重复写入。如需更正，请先撤销原批次。',
    en: 'This delivery came on {date} as batch {number}; nothing was written twice. To correct it, withdraw that batch first.',
  },
  'landuse.batch.confirmMapping.already-read': {
    zh: '批次的行已经读入，不能再改字段对应。请撤销批次后重新上传。',
    en: 'The rows have been read; the mapping cannot change. Withdraw the batch and upload again.',
  },
  'landuse.batch.confirmMapping.unknown-target': {
    zh: '没有名为 {field} 的线索字段。请从列表中选择。',
    en: 'A clue has no field {field}. Choose from the list.',
  },
  'landuse.batch.confirmMapping.unknown-field': {
    zh: '交付数据中没有字段 {field}。请从列表中选择。',
    en: 'The delivery has no field {field}. Choose from the list.',
  },
  'landuse.batch.confirmMapping.field-twice': {
    zh: '字段 {field} 被对应了两次。请只保留一处。',
    en: 'The field {field} is used twice. Keep it once.',
  },
  'landuse.batch.confirmMapping.missing': {
    zh: '缺少必需的字段：{fields}。请指定后再确认。',
    en: 'Required fields are missing: {fields}. Choose them, then confirm.',
  },
  'landuse.batch.overlay.unknown-field': {
    zh: '图层 {layer} 没有字段 {field}。请更正后再套合。',
    en: 'The layer {layer} has no field {field}. Correct it and try again.',
  },
  'landuse.batch.overlay.layer-twice': {
    zh: '图层 {layer} 选了两次。请只保留一次。',
    en: 'The layer {layer} was chosen twice. Keep it once.',
  },
  'landuse.batch.overlay.layer-needed': {
    zh: '甄别需要图层 {layer}（字段 {fields}）。请加上后再套合。',
    en: 'Screening needs the layer {layer} (fields {fields}). Add it and try again.',
  },
  'landuse.batch.screen.no-rule': {
    zh: '决策表「{name}」没有规则适用。请管理员补充规则。',
    en: 'No rule of the decision table «{name}» applies. Ask the administrator to complete it.',
  },
  'landuse.batch.cancel.cancelled': { zh: '批次 {number} 已经撤销。', en: 'Batch {number} was withdrawn already.' },
  'landuse.batch.cancel.cases-open': {
    zh: '批次 {number} 已立项 {cases} 件，不能撤销。请在案件中办理。',
    en: 'Batch {number} has {cases} open cases and cannot be withdrawn. Deal with it in the cases.',
  },
  'landuse.clue.unknown': {
    zh: '没有这条线索（{id}）。请从列表重新进入。',
    en: 'There is no such clue ({id}). Go back to the list.',
  },
  'landuse.clue.other-area': { zh: '线索 {number} 不在您的管辖区域内。', en: 'Clue {number} lies outside your area.' },
  'landuse.clue.adjust.reason-missing': {
    zh: '调整结论必须写明理由。请填写后再提交。',
    en: 'A changed conclusion needs a reason. Write one and send again.',
  },
  'landuse.clue.adjust.unknown': {
    zh: '有 {missing} 条线索不存在，没有作任何修改。请刷新列表后重选。',
    en: '{missing} of the clues do not exist; nothing was changed. Reload the list and choose again.',
  },
  'landuse.clue.adjust.other-area': {
    zh: '线索 {number} 不在您的管辖区域内，没有作任何修改。请去掉后再提交。',
    en: 'Clue {number} lies outside your area; nothing was changed. Leave it out and send again.',
  },
  'landuse.clue.adjust.not-screened': {
    zh: '线索 {number} 尚未完成智能甄别。请等待批次处理完成。',
    en: 'Clue {number} has not been screened yet. Wait for the batch.',
  },
  'landuse.clue.adjust.past-screening': {
    zh: '线索 {number} 的案件已过甄别环节，结论不能再改。请在后续环节提出意见或退回。',
    en: 'The case of clue {number} is past screening; its conclusion is fixed. Give an opinion or return the case.',
  },
  'landuse.clue.adjust.held': {
    zh: '线索 {number} 的甄别任务已由{by}签收。请与其协商或转办。',
    en: 'The screening of clue {number} is held by {by}. Ask them, or have it reassigned.',
  },
  'landuse.clue.adjust.unchanged': {
    zh: '线索 {number} 的结论已经是这个结论。请选择另一结论。',
    en: 'Clue {number} already has this conclusion. Choose another.',
  },
  'landuse.clue.confirm.unknown': {
    zh: '有 {missing} 条线索不存在，没有作任何修改。请刷新列表后重选。',
    en: '{missing} of the clues do not exist; nothing was changed. Reload the list and choose again.',
  },
  'landuse.clue.confirm.other-area': {
    zh: '线索 {number} 不在您的管辖区域内，没有作任何修改。请去掉后再提交。',
    en: 'Clue {number} lies outside your area; nothing was changed. Leave it out and send again.',
  },
  'landuse.clue.confirm.no-task': {
    zh: '线索 {number} 没有待办的甄别任务（尚未立项，或已过甄别环节）。请刷新列表。',
    en: 'Clue {number} has no screening task to do (no case yet, or past screening). Reload the list.',
  },
  'landuse.clue.confirm.held': {
    zh: '线索 {number} 的甄别任务已由{by}签收。请与其协商或转办。',
    en: 'The screening of clue {number} is held by {by}. Ask them, or have it reassigned.',
  },
  'landuse.clue.revertRepair.case-open': {
    zh: '线索 {number} 已立项（{case}），图形不能再退回。请在调查中修改边界。',
    en: 'Clue {number} has a case ({case}); its geometry is fixed. Change the border in the survey.',
  },
  'landuse.clue.revertRepair.nothing': {
    zh: '线索 {number} 没有可撤回的修复。',
    en: 'Clue {number} has no repair to take back.',
  },
}
