/** Refusals of acts on cases and tasks, by code; those of the flow itself (process.…) follow in flow-texts. */
export const casesTexts: Record<string, { zh: string; en: string }> = {
  'cases.unknown': { zh: '没有这个案件，请返回列表。', en: 'There is no such case; go back to the list.' },
  'cases.already-closed': {
    zh: '案件 {number} 已结案，不能再操作。',
    en: 'Case {number} is closed; nothing more can be done with it.',
  },
  'cases.is-suspended': {
    zh: '案件 {number} 已挂起，请先恢复。',
    en: 'Case {number} is suspended; resume it first.',
  },
  'cases.person-needed': { zh: '此操作须由人员办理。', en: 'Only a person can do this; sign in.' },
  'cases.separation-of-duties': {
    zh: '您办理过本案「{other}」环节，按职责分离不能办理「{step}」，请交由他人。',
    en: 'You did «{other}» of this case, so you cannot do «{step}»; leave it to somebody else.',
  },
  'cases.view.unknown': {
    zh: '没有这个视图，可能已被删除或不再共享；请刷新。',
    en: 'There is no such view; it may have been deleted or is no longer shared. Reload.',
  },
  'cases.view.name-taken': {
    zh: '您已有名为「{name}」的视图，请换一个名称。',
    en: 'You have a view called «{name}» already; choose another name.',
  },
  'cases.view.not-yours': {
    zh: '视图「{name}」是他人建立的，不能修改；可另存为自己的视图。',
    en: 'The view «{name}» is somebody else’s; save it as your own.',
  },
  'cases.view.too-many': {
    zh: '每个列表最多保存 {most} 个视图，请先删除不用的。',
    en: 'A list keeps at most {most} views; delete some first.',
  },
  'cases.view.no-such-role': {
    zh: '没有角色「{role}」，请从列表中选择。',
    en: 'There is no role {role}; choose one of the list.',
  },
  'cases.opinion-template.unknown': {
    zh: '没有这条常用意见，可能已被删除；请刷新。',
    en: 'There is no such template; it may have been deleted. Reload.',
  },
  'cases.opinion-template.title-taken': {
    zh: '您已有标题为「{title}」的常用意见，请换一个标题。',
    en: 'You have a template called «{title}» already; choose another title.',
  },
  'cases.opinion-template.too-many': {
    zh: '最多保存 {most} 条常用意见，请先删除不用的。',
    en: 'At most {most} templates are kept; delete some first.',
  },
  'cases.comment.cannot-see': {
    zh: '提到的人员看不到案件 {number}，请从列表中选择。',
    en: 'Somebody you mention cannot see case {number}; choose from the list.',
  },
  'cases.link.main-contract-open': {
    zh: '提示：主合同案件 {main} 尚未办结，补充合同案件 {number} 已登记；请先核实主合同的办理情况。',
    en: 'Note: the main contract’s case {main} is still open while its supplement {number} is filed; check the main one first.',
  },
  'cases.task.unknown': { zh: '没有这项任务，请刷新列表。', en: 'There is no such task; reload the list.' },
  'cases.task.already-done': { zh: '{by} 已办理此任务，请刷新。', en: '{by} has done this already; reload.' },
  'cases.task.cancelled': { zh: '此任务已取消，无需办理；请刷新。', en: 'This task was cancelled; reload.' },
  'cases.task.suspended': {
    zh: '案件已挂起，恢复后才能办理。',
    en: 'The case is suspended; it can go on once it is resumed.',
  },
  'cases.task.with-other': {
    zh: '此任务由 {by} 办理；如需接手，请转办或强签。',
    en: '{by} holds this task; have it reassigned, or take it over.',
  },
  'cases.task.not-in-pool': {
    zh: '此任务由 {area} 的「{role}」办理，您没有该角色；请联系管理员。',
    en: 'This task is for the role {role} in {area}, which you do not have; ask your administrator.',
  },
  'cases.task.not-claimed': { zh: '请先签收再办理。', en: 'Claim the task first.' },
  'cases.task.changed-meanwhile': {
    zh: '任务在您打开之后有变化（可能在另一窗口），请刷新后继续；未保存的内容请先复制。',
    en: 'The task has changed since you opened it, perhaps in another window; copy what is not saved, reload and go on.',
  },
  'cases.task.not-offered': { zh: '此环节不允许该操作（{act}）。', en: 'This step does not offer that ({act}).' },
  'cases.form.not-complete': {
    zh: '表单有 {count} 处需要更正，第一处：{field}。请按提示填写后再提交。',
    en: 'The form has {count} faults, the first at {field}; correct them and submit again.',
  },
  'cases.file.not-general': {
    zh: '「{process}」的案件不在此立案，由其业务页面办理。',
    en: 'Cases of «{process}» are not filed here; open the page of that business.',
  },
  'cases.file.form-not-complete': {
    zh: '立案表单有 {count} 处需要更正，第一处：{titleZh}（{field}）。请按提示填写后再立案。',
    en: 'The filing form has {count} faults, the first at {titleEn} ({field}); correct them and file again.',
  },
  'cases.withdraw.not-done': {
    zh: '此任务尚未提交，无需撤回。',
    en: 'This task was not submitted; there is nothing to take back.',
  },
  'cases.withdraw.not-yours': {
    zh: '此任务由 {by} 提交，只能由本人撤回。',
    en: '{by} submitted this; only they can take it back.',
  },
  'cases.withdraw.next-has-claimed': {
    zh: '{by} 已签收下一环节，不能撤回；请联系其退回。',
    en: '{by} has claimed the next step; ask them to return it.',
  },
  'cases.reassign.not-in-pool': {
    zh: '{to} 没有办理此环节的角色（{role}），请从候选人中选择。',
    en: '{to} does not have the role {role}; choose one of the candidates.',
  },
  'cases.signer.unknown': {
    zh: '没有这个人员，请重新选择会签人。',
    en: 'There is no such person; choose the signer again.',
  },
  'cases.suspend.until-passed': {
    zh: '预计恢复日期 {until} 已过，请选择以后的日期。',
    en: '{until} has passed; choose a later day.',
  },
  'cases.resume.not-suspended': { zh: '案件 {number} 未挂起，无需恢复。', en: 'Case {number} is not suspended.' },
  'cases.close-irregularly.no-reason': {
    zh: '请写明非正常结案的原因。',
    en: 'Say why the case is to be closed irregularly.',
  },
  'cases.close-irregularly.not-proposed': {
    zh: '案件 {number} 尚未有人提出非正常结案，请先提出并写明原因。',
    en: 'Nobody has proposed to close case {number} irregularly; propose it with a reason first.',
  },
  'cases.close-irregularly.second-person': {
    zh: '案件 {number} 的非正常结案由您提出，须由另一人确认。',
    en: 'You proposed to close case {number}; somebody else must confirm it.',
  },
  'cases.opinion.empty': { zh: '意见不能为空。', en: 'An opinion needs words.' },
  'cases.archive.not-closed': {
    zh: '案件 {number} 尚未办结，不能归档。',
    en: 'Case {number} is not closed yet and cannot be archived.',
  },
  'cases.event.not-awaited': {
    zh: '案件 {number} 此刻不等待「{event}」，消息未处理，稍后重送。',
    en: 'Case {number} does not wait for «{event}» now; send it again later.',
  },
  'cases.timer.no-day': {
    zh: '环节 {step} 的定时条件没有得出日期，请检查案件数据。',
    en: 'The timer {step} got no day; check the data of the case.',
  },
  'cases.process.unknown': {
    zh: '没有流程 {key}（版本 {version}），请联系管理员发布。',
    en: 'There is no process {key} (version {version}); ask the administrator to publish it.',
  },
  'cases.process.version-taken': {
    zh: '流程 {key} 的版本 {version} 已发布且内容不同，在办案件依赖它；请使用新的版本号。',
    en: 'Version {version} of the process {key} is published with another content, and cases run on it; use a new version.',
  },
  'cases.process.separation-of-unknown-step': {
    zh: '流程 {key} 的职责分离提到不存在的环节 {step}，请更正。',
    en: 'The separation of duties of {key} names the step {step}, which is not there; correct it.',
  },
  'cases.process.clock-of-unknown-way': {
    zh: '流程 {key} 的计时起点「{step} · {way}」不存在，请改为某个人工环节的一个流向。',
    en: 'The clock of {key} is to begin with «{way}» of {step}, which is not there; name a way out of a step people do.',
  },
  'cases.worklist.bad-cursor': {
    zh: '翻页位置无效，请回到第一页。',
    en: 'The page cannot be found; go back to the first.',
  },
  'cases.search.bad-cursor': {
    zh: '翻页位置无效，请从第一页重新查询。',
    en: 'The page cannot be found; search again from the first.',
  },
}
