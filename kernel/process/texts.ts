import type { Sentences } from '../problems/sentences.ts'

/** Refusals of a running process, each with what to do next. */
export const runTexts: Sentences = {
  'process.already-started': { zh: '流程已经启动，不能重复启动。', en: 'The process has already begun.' },
  'process.not-running': { zh: '流程已结束（{status}），不能再操作。', en: 'The process has ended ({status}).' },
  'process.endless': {
    zh: '流程 {process} 在自动环节间循环，请管理员检查流程图。',
    en: 'Process {process} loops through automatic steps; have its diagram checked.',
  },
  'process.condition.undecided': {
    zh: '流转条件「{when}」缺少所需的数据，请先补全表单。',
    en: 'The condition «{when}» lacks data; complete the form first.',
  },
  'process.gateway.no-default': {
    zh: '环节 {step} 没有任何条件成立，也没有缺省去向；请管理员检查流程图。',
    en: 'At {step} no condition holds and there is no default; have the diagram checked.',
  },
  'process.outcome.unknown': {
    zh: '环节 {step} 没有「{outcome}」这个办理结果，请刷新后重选。',
    en: 'Step {step} has no outcome «{outcome}»; reload and choose again.',
  },
  'process.return.not-passed': {
    zh: '案件没有经过环节 {step}，不能退回到那里。',
    en: 'The case has not passed {step}; it cannot be returned there.',
  },
  'process.return.other-branch': {
    zh: '环节 {step} 在另一分支，请选择「全部退回」。',
    en: 'Step {step} lies in another branch; choose to return all branches.',
  },
  'process.return.behind-other-split': {
    zh: '环节 {step} 在另一个并行段内，不能直接退回，请先退回到分支之前。',
    en: 'Step {step} lies inside another parallel part; return to before its split.',
  },
  'process.return.join-passed': {
    zh: '环节 {step} 所在的并行段已经汇合，请选择「全部退回」。',
    en: 'The parallel part of {step} has already joined; choose to return all branches.',
  },
  'process.service.not-failed': { zh: '这个自动环节没有失败，无需重试。', en: 'This automatic step has not failed.' },
  'process.signer.already': { zh: '此人已在会签名单中。', en: 'This person is already among the signers.' },
  'process.signer.last': { zh: '至少要保留一名会签人。', en: 'At least one signer must remain.' },
  'process.signer.not-co-signed': { zh: '环节 {step} 不是会签环节。', en: 'Step {step} is not co-signed.' },
  'process.signers.missing': {
    zh: '会签环节 {step} 没有会签人，请先指定。',
    en: 'Step {step} has no signers; name them first.',
  },
  'process.step.unknown': { zh: '流程中没有环节 {step}，请刷新。', en: 'The process has no step {step}; reload.' },
  'process.straight-back.not-returned': {
    zh: '环节 {step} 不是被退回的，不能直送。',
    en: 'Step {step} was not returned; it cannot be sent straight back.',
  },
  'process.task.not-open': { zh: '这项任务已办结或已撤销，请刷新。', en: 'This task is no longer open; reload.' },
  'process.wait.over': {
    zh: '等待已经结束，这条消息不再需要。',
    en: 'The wait is over; the message is no longer needed.',
  },
  'process.withdraw.next-has-acted': {
    zh: '下一环节已经办理，不能撤回；如需更正请联系对方退回。',
    en: 'The next person has acted; ask them to return the case.',
  },
  'process.expression.unreadable': {
    zh: '表达式「{expression}」无法识别，请更正。',
    en: 'The expression «{expression}» cannot be read; correct it.',
  },
}

/** What is wrong with a process model when it is loaded. */
export const modelTexts: Sentences = {
  'process.model.condition-misplaced': {
    zh: '环节 {step}：条件只能写在分支网关上。',
    en: '{step}: conditions belong to gateways only.',
  },
  'process.model.duplicate-id': { zh: '环节编号 {step} 重复。', en: 'The step id {step} is used twice.' },
  'process.model.duplicate-transition': {
    zh: '环节 {step} 有两个名为「{name}」的流转。',
    en: '{step} has two transitions called «{name}».',
  },
  'process.model.service-ways': {
    zh: '自动环节 {step} 只能有一个去向。',
    en: 'The automatic step {step} has one way out only.',
  },
  'process.model.too-few-ways': {
    zh: '环节 {step} 至少要有 {least} 个去向。',
    en: '{step} needs at least {least} ways out.',
  },
  'process.model.too-many-ways': { zh: '环节 {step} 的去向过多。', en: '{step} has too many ways out.' },
  'process.model.unknown-outcome': {
    zh: '环节 {step} 没有定义结果「{name}」。',
    en: '{step} does not define the outcome «{name}».',
  },
  'process.model.unknown-step': {
    zh: '环节 {step} 指向不存在的环节 {target}。',
    en: '{step} leads to {target}, which does not exist.',
  },
  'process.model.unreadable-expression': {
    zh: '环节 {step} 的表达式「{expression}」无法识别。',
    en: 'The expression «{expression}» of {step} cannot be read.',
  },
}

export const decisionTexts: Sentences = {
  'process.decision.unreadable': {
    zh: '决策表文件无法读取，应为 DMN 1.x。',
    en: 'The decision file cannot be read; DMN 1.x is expected.',
  },
  'process.decision.same-id': {
    zh: '决策表文件中有重复的编号：{ids}，会丢失规则，未读取。请改为各不相同的编号后重新导入。',
    en: 'The decision file uses an id twice: {ids}. Rules would be lost, so nothing was read; give each its own id and import again.',
  },
  'process.decision.left-out': {
    zh: '决策表文件中有无法识别的内容（{faults}），未读取。请更正后重新导入。',
    en: 'The decision file has content that is not understood ({faults}); nothing was read. Correct it and import again.',
  },
  'process.decision.not-found': { zh: '文件中没有决策「{name}」。', en: 'The file has no decision «{name}».' },
  'process.decision.not-a-table': { zh: '决策「{name}」不是决策表。', en: 'The decision «{name}» is not a table.' },
  'process.decision.several': {
    zh: '文件中有多个决策（{names}），请指明一个。',
    en: 'The file has several decisions ({names}); name one.',
  },
  'process.decision.hit-policy': { zh: '不支持命中策略 {policy}。', en: 'The hit policy {policy} is not supported.' },
  'process.decision.expression': {
    zh: '决策表的「{where}」中有无法识别的表达式「{expression}」，请更正。',
    en: 'The decision table has an expression at «{where}» that cannot be read: «{expression}». Correct it.',
  },
  'process.decision.input-not-allowed': {
    zh: '决策表「{decision}」不允许 {input} 取值「{value}」。',
    en: 'Decision «{decision}» does not allow «{value}» for {input}.',
  },
  'process.decision.not-unique': {
    zh: '决策表「{decision}」有多条规则同时命中（{rules}）。',
    en: 'Several rules of «{decision}» match ({rules}).',
  },
  'process.decision.contradiction': {
    zh: '决策表「{decision}」命中的规则结论矛盾（{rules}）。',
    en: 'The matching rules of «{decision}» contradict ({rules}).',
  },
}

/** Why a BPMN file is refused: the element is named. */
export const bpmnTexts: Sentences = {
  'process.bpmn.unreadable': { zh: '文件不是可读的 BPMN 2.0。', en: 'The file is not readable BPMN 2.0.' },
  'process.bpmn.damaged': { zh: 'BPMN 文件有错：{message}。', en: 'The BPMN file is damaged: {message}.' },
  'process.bpmn.one-process': {
    zh: '文件应只有一个流程，实有 {found} 个。',
    en: 'One process is expected, {found} were found.',
  },
  'process.bpmn.one-start': {
    zh: '流程应只有一个普通开始事件，实有 {found} 个。',
    en: 'One plain start event is expected, {found} were found.',
  },
  'process.bpmn.loose-flow': { zh: '连线 {id} 没有连到两端。', en: 'The flow {id} is not connected at both ends.' },
  'process.bpmn.boundary-event': {
    zh: '不支持边界事件：{name} {id}。',
    en: 'Boundary events are not supported: {name} {id}.',
  },
  'process.bpmn.conditional-flow': {
    zh: '条件只支持写在网关的连线上：{name} {id}。',
    en: 'Conditions are supported on gateway flows only: {name} {id}.',
  },
  'process.bpmn.element': {
    zh: '不支持的元素 {element}：{name} {id}。',
    en: 'The element {element} is not supported: {name} {id}.',
  },
  'process.bpmn.gateway': {
    zh: '不支持的网关 {element}：{name} {id}。',
    en: 'The gateway {element} is not supported: {name} {id}.',
  },
  'process.bpmn.loop': { zh: '不支持循环标记：{name} {id}。', en: 'Loop markers are not supported: {name} {id}.' },
  'process.bpmn.task-with-several-flows': {
    zh: '任务有多条出线，请改用网关：{name} {id}。',
    en: 'The task has several flows; use a gateway: {name} {id}.',
  },
}
