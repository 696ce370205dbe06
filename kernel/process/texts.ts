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
  'process.return.aside': {
    zh: '环节 {step} 是传阅，案件已继续办理，不能退回；如有意见请在意见栏填写。',
    en: '{step} is for reading only and the case has gone on; it cannot be returned. Write a comment instead.',
  },
  'process.service.not-failed': { zh: '这个自动环节没有失败，无需重试。', en: 'This automatic step has not failed.' },
  'process.signer.already': { zh: '此人已在会签名单中。', en: 'This person is already among the signers.' },
  'process.signer.awaited': {
    zh: '环节 {step} 还有 {count} 位加签人未签署，请等其签署，或减签后再提交。',
    en: '{count} asked to sign at {step} have not signed yet; wait for them or remove them, then submit.',
  },
  'process.signer.only-signs': {
    zh: '加签人只签署意见；退回、直送由环节 {step} 的办理人决定。',
    en: 'Whoever is asked to sign only signs; to return is for whoever holds {step}.',
  },
  'process.signer.last': { zh: '至少要保留一名会签人。', en: 'At least one signer must remain.' },
  'process.signer.not-co-signed': { zh: '环节 {step} 不是会签环节。', en: 'Step {step} is not co-signed.' },
  'process.list.too-long': {
    zh: '环节 {step} 的名单有 {count} 项，最多 {most} 项，请检查所填的名单或数目。',
    en: 'The list of {step} has {count} entries, {most} at most; check the list or number that was entered.',
  },
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
  'process.simulation.too-long': {
    zh: '模拟已超过 {acts} 步仍未结束，请为回路中的环节另选办理结果。',
    en: 'The simulation has not ended after {acts} acts; choose other outcomes for the steps of the loop.',
  },
  'process.expression.unreadable': {
    zh: '表达式「{expression}」无法识别，请更正。',
    en: 'The expression «{expression}» cannot be read; correct it.',
  },
}

/** What is wrong with a process model when it is loaded. */
export const modelTexts: Sentences = {
  'process.model.border-open': {
    zh: '并行段 {step} 附有边界事件，但有分支不经它的汇合就走到段外。请让各分支先汇合。',
    en: 'Boundary events stand on {step}, but a branch leaves it past its join. Join the branches first.',
  },
  'process.model.boundary-misplaced': {
    zh: '边界事件 {step} 不能附在环节 {target} 上：只能附在人工、自动、子案件、等待环节或并行段上。请移到这样的环节上。',
    en: 'The boundary event {step} cannot stand on {target}: only on tasks, sub-cases, waits and splits. Move it there.',
  },
  'process.model.condition-misplaced': {
    zh: '环节 {step} 的流转「{transition}」带有条件：条件只能写在分支网关上，请在其后加一个网关。',
    en: '{step}, way «{transition}»: conditions belong to gateways; put a gateway behind the step.',
  },
  'process.model.dead-token': {
    zh: '环节 {step} 既能从并行段内（{from}）又能从段外到达，会留下无人能办的分支。请先汇合，再到该环节。',
    en: '{step} is come to from inside a parallel part ({from}) and from outside it; branches would be left behind. Join first.',
  },
  'process.model.duplicate-id': {
    zh: '环节编号 {step} 重复，请改为各不相同的编号。',
    en: 'The step id {step} is used twice; give each step its own.',
  },
  'process.model.duplicate-transition': {
    zh: '环节 {step} 有两个名为「{name}」的流转，请改名。',
    en: '{step} has two ways called «{name}»; rename one.',
  },
  'process.model.endless': {
    zh: '网关 {step} 经自动环节又回到自己，会无休止循环。请在回路中加入人工或等待环节。',
    en: 'From {step} automatic steps lead back to itself for ever; put a task or a wait into the circle.',
  },
  'process.model.exclusive-each': {
    zh: '环节 {step} 同时开多个子案件，不能设为互斥，请去掉互斥组。',
    en: '{step} opens several child cases at once; it cannot belong to an exclusive set.',
  },
  'process.model.exclusive-readers': {
    zh: '传阅环节 {step} 不占用办理，不能设为互斥，请去掉互斥组。',
    en: '{step} only lets people read; it cannot belong to an exclusive set.',
  },
  'process.model.join-without-split': {
    zh: '汇合 {step} 找不到它要汇合的分支「{split}」。请把它放在该分支之后，并指明是哪个分支。',
    en: 'The join {step} does not lie behind the split «{split}» it names; put it there or name another split.',
  },
  'process.model.leads-to-boundary': {
    zh: '环节 {step} 的流转「{transition}」指向边界事件 {target}，边界事件不能作为去向。',
    en: '{step}, way «{transition}»: the boundary event {target} cannot be gone to.',
  },
  'process.model.need-impossible': {
    zh: '会签环节 {step} 的通过人数无效：应为 1 以上的整数，或 0 到 1 之间的比例。',
    en: '{step}: the number of signatures needed must be a whole number from 1, or a ratio above 0 up to 1.',
  },
  'process.model.need-out-of-range': {
    zh: '汇合 {step} 所需的分支数应在 1 到 {most} 之间。',
    en: 'The join {step} may need 1 to {most} branches.',
  },
  'process.model.never-ends': {
    zh: '从环节 {step} 走不到任何结束，请补上去向。',
    en: 'From {step} no end can be reached; add a way out.',
  },
  'process.model.no-default': {
    zh: '网关 {step} 缺少缺省去向：请让恰好一条流转不带条件。',
    en: 'The gateway {step} has no default: exactly one way must be without condition.',
  },
  'process.model.no-start': {
    zh: '流程的起始环节「{step}」不存在，请重新指定。',
    en: 'The first step «{step}» does not exist; name another.',
  },
  'process.model.out-of-range': {
    zh: '环节 {step} 的数值（{what}）为 {value}，应为 {least} 到 {most} 之间的整数，请改正。',
    en: 'A number of {step} ({what}) is {value}; it must be a whole number from {least} to {most}. Correct it.',
  },
  'process.model.race-without-wait': {
    zh: '事件网关 {step} 之后只能是人工环节、定时或等待消息。',
    en: 'Behind the event gateway {step} only tasks, timers and messages may stand.',
  },
  'process.model.return-nowhere': {
    zh: '环节 {step} 允许退回，但之前没有可退回的人工环节。',
    en: '{step} allows returning, but no task lies before it.',
  },
  'process.model.service-ways': {
    zh: '自动环节 {step} 只能有一个去向，另可有一个名为 failed 的去向。',
    en: 'The automatic step {step} has one way out, and perhaps one called «failed».',
  },
  'process.model.several-defaults': {
    zh: '网关 {step} 有多个缺省去向，「{transition}」须写上条件。',
    en: 'The gateway {step} has several defaults; give «{transition}» a condition.',
  },
  'process.model.each-needs-part': {
    zh: '「{step}」按名单各办一遍，应只有一条去向，并有自己的汇合。',
    en: '{step} is done once for each of a list: it needs one way out and a join of its own.',
  },
  'process.model.several-joins': {
    zh: '分支「{split}」有多个汇合（{step} 等），只能保留一个。',
    en: 'The split «{split}» has several joins ({step} is one); keep one.',
  },
  'process.model.straight-back-never': {
    zh: '环节 {step} 允许直送，但其后没有允许退回的环节。',
    en: '{step} allows sending straight back, but no step behind it may return.',
  },
  'process.model.times-misplaced': {
    zh: '边界事件 {step}：只有不中断的定时事件才能重复，次数至少为 1。',
    en: '{step}: only a timer that does not interrupt may go off several times, once at least.',
  },
  'process.model.too-few-ways': {
    zh: '环节 {step} 至少要有 {least} 个去向。',
    en: '{step} needs at least {least} ways out.',
  },
  'process.model.too-many-ways': {
    zh: '环节 {step} 最多只能有 {most} 个去向；分支请用网关。',
    en: '{step} may have {most} ways out at most; branch by a gateway.',
  },
  'process.model.unknown-decision': {
    zh: '环节 {step} 用到的决策表「{name}」不存在，请先发布或改选。',
    en: '{step} asks the decision table «{name}», which does not exist; publish it or choose another.',
  },
  'process.model.unknown-form': {
    zh: '环节 {step} 的表单「{name}」不存在，请先发布或改选。',
    en: '{step} uses the form «{name}», which does not exist; publish it or choose another.',
  },
  'process.model.unknown-job': {
    zh: '自动环节 {step} 的任务「{name}」不存在，请改选。',
    en: '{step} runs the job «{name}», which does not exist; choose another.',
  },
  'process.model.unknown-outcome': {
    zh: '环节 {step} 没有定义结果「{name}」，请在去向中补上。',
    en: '{step} does not define the outcome «{name}»; add such a way out.',
  },
  'process.model.unknown-process': {
    zh: '子案件环节 {step} 的流程「{name}」不存在，请改选。',
    en: '{step} opens a case of «{name}», which does not exist; choose another process.',
  },
  'process.model.unknown-role': {
    zh: '环节 {step} 的角色「{name}」不存在，请改选。',
    en: '{step} is for the role «{name}», which does not exist; choose another.',
  },
  'process.model.unknown-step': {
    zh: '环节 {step} 指向不存在的环节 {target}，请改正。',
    en: '{step} leads to {target}, which does not exist; correct it.',
  },
  'process.model.unreachable': {
    zh: '环节 {step} 永远到不了，请连上或删去。',
    en: '{step} is never come to; connect it or take it out.',
  },
  'process.model.unreadable-expression': {
    zh: '环节 {step} 的表达式「{expression}」无法识别，请按 FEEL 改正。',
    en: 'The expression «{expression}» of {step} cannot be read as FEEL; correct it.',
  },
}

/** Why a running case cannot be moved to another version of its process. */
export const migrationTexts: Sentences = {
  'process.migration.not-running': {
    zh: '案件不在办理中（{status}），不能迁移。',
    en: 'The case is not under way ({status}); it cannot be moved.',
  },
  'process.migration.step-missing': {
    zh: '案件停在环节 {step}，新版本中没有 {target}。请指明由哪个环节接替。',
    en: 'The case stands at {step}; the new version has no {target}. Name the step that takes its place.',
  },
  'process.migration.kind-changed': {
    zh: '环节 {step} 在新版本中（{target}）不再是同一类环节。请改指同类环节，或等案件离开该环节。',
    en: '{step} is another kind of step in the new version ({target}). Name one of its kind, or wait until the case has left it.',
  },
  'process.migration.other-split': {
    zh: '环节 {step} 在新版本中（{target}）位于另外的并行段或分支内。请等并行段汇合后再迁移。',
    en: '{step} lies inside other splits in the new version ({target}). Move the case when the branches have joined.',
  },
  'process.migration.wait-changed': {
    zh: '环节 {step} 正在等待的任务、消息或子案件在新版本中（{target}）已不同。请等它完成后再迁移。',
    en: 'What {step} waits for is another in the new version ({target}). Move the case when it has come.',
  },
  'process.migration.co-sign-changed': {
    zh: '环节 {step} 的会签方式在新版本中（{target}）已改变。请等该环节办结后再迁移。',
    en: 'Whether {step} is co-signed has changed in the new version ({target}). Move the case when the step is done.',
  },
  'process.migration.outcome-missing': {
    zh: '环节 {step} 已有人选择「{outcome}」，新版本中（{target}）没有这个结果。请等该环节办结后再迁移。',
    en: 'At {step} somebody has chosen «{outcome}», which the new version ({target}) lacks. Move the case when the step is done.',
  },
  'process.migration.boundary-changed': {
    zh: '边界事件 {step} 在新版本中（{target}）附在别的环节上或中断方式不同。请等它结束后再迁移。',
    en: 'The boundary event {step} stands elsewhere, or interrupts otherwise, in the new version ({target}). Move the case when it is over.',
  },
  'process.migration.exclusive-changed': {
    zh: '环节 {step} 的互斥组在新版本中（{target}）与在办情况不符。请等在办环节办结后再迁移。',
    en: 'The exclusive set of {step} in the new version ({target}) does not fit what is at work. Move the case when that is done.',
  },
  'process.migration.trail-shortened': {
    zh: '迁移后不能再退回到环节 {step}。',
    en: 'After the move the case cannot be returned to {step}.',
  },
  'process.migration.straight-back-lost': {
    zh: '迁移后不能再直送到环节 {step}，按流程重新办理。',
    en: 'After the move the case cannot be sent straight back to {step}; it takes the usual way.',
  },
  'process.migration.boundary-lost': {
    zh: '边界事件 {step} 在新版本中已取消，不再等待。',
    en: 'The boundary event {step} is no more in the new version and no longer waited for.',
  },
}
