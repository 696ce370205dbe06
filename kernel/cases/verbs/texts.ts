/** Refusals of the verbs on cases and tasks, by code; those every act shares stand in texts.ts. */
export const verbTexts: Record<string, { zh: string; en: string }> = {
  'cases.separation-of-duties.own-case': {
    zh: '本案由您提出或与您本人有关，按职责分离不能由您办理「{step}」，请交由他人。',
    en: 'This case is your own, so you cannot do «{step}»; leave it to somebody else.',
  },
  'cases.separation-of-duties.principal': {
    zh: '{name} 与本案「{other}」有关，按职责分离不能办理「{step}」；您代其办理时同样受限，请交由他人。',
    en: '{name}, whom you stand in for, was part of «{other}» of this case and cannot do «{step}»; neither can you in their place.',
  },
  'cases.separation-of-duties.of-other': {
    zh: '{name} 与本案「{other}」有关，按职责分离不能办理「{step}」，请选择他人。',
    en: '{name} was part of «{other}» of this case and cannot do «{step}»; choose somebody else.',
  },
  'cases.task.of-other-organisation': {
    zh: '此任务由其他机构的 {by} 办理，强签只限本机构；请联系其退回或由领导转办。',
    en: '{by} of another organisation holds this task; only one’s own organisation’s can be taken over. Ask them to return it.',
  },
  'cases.task.is-delegated': {
    zh: '此任务已委托他人准备，交回后由委托人办理；如需立即办理，请委托人收回。',
    en: 'Somebody prepares this task for its owner, who decides when it has been handed back; the owner can take it back now.',
  },
  'cases.task.not-delegated': {
    zh: '此任务不是委托给您准备的，无需交回；请直接办理。',
    en: 'This task was not given to you to prepare; do it instead.',
  },
  'cases.task.not-delegated-by-you': {
    zh: '此任务没有由您委托他人，无需收回。',
    en: 'You have not given this task to anybody; there is nothing to take back.',
  },
  'cases.delegate.self': {
    zh: '不能委托给自己，请选择他人。',
    en: 'You cannot delegate to yourself; choose somebody else.',
  },
  'cases.delegate.unknown': {
    zh: '没有这个人员，可能已停用，请重新选择。',
    en: 'There is no such person; choose again.',
  },
  'cases.delegate.no-right': {
    zh: '{to} 在本案范围内没有办件权限，不能准备「{step}」；请选择他人。',
    en: '{to} may not work on cases here and cannot prepare «{step}»; choose somebody else.',
  },
  'cases.signer.no-right': {
    zh: '{signer} 在本案范围内没有办件权限，不能会签「{step}」；请选择他人。',
    en: '{signer} may not work on cases here and cannot sign at «{step}»; choose somebody else.',
  },
  'cases.signer.not-yours': {
    zh: '只有「{step}」的会签人可以加签、减签。',
    en: 'Only those who sign at «{step}» add or remove signers.',
  },
  'cases.signer.self': {
    zh: '不能减去自己；如不宜签署，请转办或请其他会签人减签。',
    en: 'You cannot remove yourself; reassign your signature, or ask another signer.',
  },
  'cases.process.signature-of-unknown-step': {
    zh: '流程 {key} 的手写签名提到不存在的办理环节 {step}，请更正。',
    en: 'The signatures of {key} name the step {step}, which is not there; correct it.',
  },
  'cases.signature.not-drawn': {
    zh: '没有收到签名笔迹，请在签名板上书写后再保存。',
    en: 'Nothing was drawn; write on the pad and keep it again.',
  },
  'cases.signature.no-opinion': {
    zh: '环节「{step}」须签署意见，请填写意见后再提交。',
    en: 'What is decided at «{step}» is signed; write the opinion it stands under, then submit.',
  },
  'cases.signature.none': {
    zh: '环节「{step}」的意见须手写签名，请先在意见下方留存签名。',
    en: 'Opinions at «{step}» carry a signature; draw and keep yours below the opinion first.',
  },
  'cases.process.handler-of-unknown-step': {
    zh: '流程 {key} 为不存在的办理环节 {step} 指定了承办机构字段，请更正。',
    en: 'The process {key} names whose the step {step} is, which is not there; correct it.',
  },
  'cases.handler.not-foreseen': {
    zh: '案件 {number} 的流程没有由指定机构办理的环节，不能改派机构。',
    en: 'No step of case {number} is done by an organisation the case names, so there is none to change.',
  },
  'cases.handler.not-named': {
    zh: '案件 {number} 尚未指定机构，请在办理环节中指定。',
    en: 'Case {number} names no organisation yet; it is named at the step that assigns it.',
  },
  'cases.handler.same': {
    zh: '案件 {number} 已由「{name}」办理，请选择其他机构。',
    en: '«{name}» has case {number} already; choose another.',
  },
  'cases.handler.not-listed': {
    zh: '「{name}」不在调查机构代码表中，请从表中选择，或请业务配置员在代码表中补充。',
    en: '«{name}» is not in the table of survey organisations; choose one of it, or have it added there.',
  },
  'cases.handler.unknown': {
    zh: '没有这个机构，可能已撤销，请重新选择。',
    en: 'There is no such organisation; choose again.',
  },
  'cases.sign.not-asked': {
    zh: '「{step}」不是请您加签，请直接办理。',
    en: 'You have not been asked to sign before somebody at «{step}»; complete the task instead.',
  },
  'cases.extension.not-foreseen': {
    zh: '案件 {number} 的流程没有规定延期，不能申请；如确需延长，请按规定挂起或由领导另行处理。',
    en: 'The process of case {number} foresees no extension, so none can be asked for; suspend it where the rules allow.',
  },
  'cases.extension.clock-not-begun': {
    zh: '案件 {number} 尚未受理，时限还没有开始计算，无需延期。',
    en: 'Case {number} has not been accepted, so its clock has not begun and needs no extension.',
  },
  'cases.extension.pending': {
    zh: '案件 {number} 已有一项延期申请待批准，请等待结果。',
    en: 'An extension of case {number} waits for a decision already; wait for it.',
  },
  'cases.extension.used-up': {
    zh: '案件 {number} 已按规定延期 {times} 次，不能再延。',
    en: 'Case {number} has been extended {times} time(s), which is all its process allows.',
  },
  'cases.extension.too-long': {
    zh: '一次最多延长 {most} 个工作日，不能延长 {days} 个；请改小。',
    en: 'At most {most} working days may be asked for at once, not {days}; ask for fewer.',
  },
  'cases.extension.decided': {
    zh: '案件 {number} 的这项延期申请已有人批复，请刷新。',
    en: 'This extension of case {number} has been decided already; reload.',
  },
  'cases.extension.own': {
    zh: '案件 {number} 的延期由您申请，须由他人批准。',
    en: 'You asked for this extension of case {number} yourself; somebody else decides it.',
  },
  'cases.extension.unknown': { zh: '没有这项延期申请，请刷新。', en: 'There is no such extension; reload.' },
  'cases.process.escalation-of-unknown-step': {
    zh: '流程 {key} 的超期上报提到不存在的办理环节 {step}，请更正。',
    en: 'The escalation of {key} names the step {step}, which is not there; correct it.',
  },
  'cases.delegation.unknown': { zh: '没有这项委托，请刷新列表。', en: 'There is no such delegation; reload the list.' },
  'cases.delegation.unknown-person': {
    zh: '没有这个人员，可能已停用，请重新选择。',
    en: 'There is no such person; choose again.',
  },
  'cases.delegation.self': {
    zh: '不能委托给本人，请选择代办人。',
    en: 'You cannot stand in for yourself; choose somebody else.',
  },
  'cases.delegation.begun': {
    zh: '委托不能从过去的日期（{from}）开始，最早为今天（{today}）。',
    en: 'A delegation cannot begin on {from}, which has passed; today ({today}) is the earliest.',
  },
  'cases.delegation.ends-before': {
    zh: '结束日期 {until} 早于开始日期 {from}，请更正。',
    en: 'It ends on {until}, before it begins on {from}; correct the days.',
  },
  'cases.delegation.already': {
    zh: '{from} 至 {until} 已有委托给 {to} 的同范围委托，无需重复；如要更改请先终止原委托。',
    en: 'The same is delegated to {to} already between {from} and {until}; end that one first to change it.',
  },
  'cases.delegation.away': {
    zh: '{to} 在 {from} 至 {until} 期间也已委托他人，不能代办；请选择他人。',
    en: '{to} is away between {from} and {until} and has a stand-in; choose somebody else.',
  },
  'cases.delegation.over': { zh: '此委托已经结束，请刷新。', en: 'This delegation has ended; reload.' },
  'cases.circulate.unknown': {
    zh: '没有这个人员，可能已停用，请重新选择传阅对象。',
    en: 'There is no such person; choose the readers again.',
  },
  'cases.circulate.self': {
    zh: '无需传阅给自己，请选择他人。',
    en: 'You need not show it to yourself; choose others.',
  },
  'cases.circulate.no-right': {
    zh: '{person} 无权查看案件 {number}，不能传阅；请从可查看的人员中选择。',
    en: '{person} may not see case {number}; choose people who may.',
  },
  'cases.circulate.unread': {
    zh: '{person} 尚未阅读案件 {number} 上一次的传阅，无需重复；可催阅。',
    en: '{person} has not read what was shown of case {number} before; remind them instead.',
  },
  'cases.circulation.unknown': {
    zh: '没有这条传阅，可能已被撤回；请刷新。',
    en: 'There is no such circulation; it may have been taken back. Reload.',
  },
  'cases.circulation.of-other': {
    zh: '这条传阅不属于您，不能操作。',
    en: 'This circulation is somebody else’s.',
  },
  'cases.circulation.answered': {
    zh: '您已答复过这条传阅，答复不能更改；如需补充请填写意见。',
    en: 'You have answered this already; add an opinion instead.',
  },
  'cases.circulation.read': {
    zh: '对方已经阅读，不能撤回。',
    en: 'It has been read and cannot be taken back.',
  },
  'cases.supervise.until-passed': {
    zh: '督办期限 {until} 已过，请选择今天或以后的日期。',
    en: '{until} has passed; choose today or a later day.',
  },
  'cases.supervision.unknown': { zh: '没有这项督办，请刷新。', en: 'There is no such supervision; reload.' },
  'cases.supervision.ended': {
    zh: '案件 {number} 的这项督办已经结束。',
    en: 'This supervision of case {number} has ended.',
  },
  'cases.supervision.own': {
    zh: '案件 {number} 由您督办，须由办理人答复。',
    en: 'You supervise case {number}; whoever works on it answers.',
  },
  'cases.correction.once': {
    zh: '案件 {number} 已于 {asked} 一次性告知补正。按《行政许可法》第三十二条，需补正的全部内容只能一次告知，不能再次补正。',
    en: 'The applicant of case {number} was told on {asked} what to correct. All of it is told once (Administrative Licensing Law, Article 32); a second notice is not possible.',
  },
  'cases.correction.too-late': {
    zh: '案件 {number} 收件已超过 {days} 个工作日。按《行政许可法》第三十二条，逾期不告知补正的，自收到材料之日起即为受理；请继续办理，确需等待材料时请挂起并写明原因。',
    en: 'Case {number} was received more than {days} working days ago and counts as accepted (Administrative Licensing Law, Article 32). Go on with it, or suspend it with a reason.',
  },
  'cases.correction.not-asked': {
    zh: '案件 {number} 没有等待中的补正，无需收件；请刷新。',
    en: 'Nothing is awaited from the applicant of case {number}; reload.',
  },
  'cases.resume.correction': {
    zh: '案件 {number} 正在等待申请人补正，请在收到材料后办理「补正收件」。',
    en: 'Case {number} waits for the applicant; receive the correction when it has come.',
  },
  'cases.filing.unknown': { zh: '没有这条上游立案，请刷新。', en: 'There is no such filing; reload.' },
  'cases.filing.filed': {
    zh: '{key} 已立案为 {number}，无需补推。',
    en: '{key} has been filed as {number}; there is nothing to file again.',
  },
  'cases.migrate.other-version': {
    zh: '案件 {number} 在流程版本 {version} 上，不在所选版本；请重新预览。',
    en: 'Case {number} runs on version {version} of the process, not the chosen one; preview again.',
  },
  'cases.migrate.form-renewed': {
    zh: '表单 {form} 将由版本 {from} 更新为版本 {to}，已填内容保留。',
    en: 'The form {form} goes from version {from} to {to}; what was filled in is kept.',
  },
}
