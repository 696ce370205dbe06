import type { Sentences } from '../../kernel/problems/sentences.ts'

export const texts: Sentences = {
  'administration.person.add': { zh: '新增人员', en: 'Add person' },
  'administration.person.add.login-taken': {
    zh: '登录名 {login} 已被使用，请换一个。',
    en: 'The login {login} is taken; choose another.',
  },
  'administration.person.add.unknown-organisation': {
    zh: '没有这个机构，请刷新后重新选择。',
    en: 'There is no such organisation; reload and choose again.',
  },
  'administration.person.end': { zh: '停用人员', en: 'End account' },
  'administration.person.end.self': {
    zh: '不能停用自己的账号，请由另一位管理员操作。',
    en: 'You cannot end your own account; ask another administrator.',
  },
  'administration.person.link': { zh: '重新发放登录链接', en: 'New sign-in link' },
  'administration.person.unknown': {
    zh: '没有这个人员，可能已被停用；请刷新列表。',
    en: 'There is no such person; reload the list.',
  },
  'administration.person.list': { zh: '人员', en: 'People' },
  'administration.password.set': { zh: '设置密码', en: 'Set password' },
  'administration.password.set.current-wrong': {
    zh: '当前密码不正确，密码没有更改；如已忘记，请管理员发放一次性登录链接。',
    en: 'The present password is wrong; nothing was changed. If it is forgotten, ask the administrator for a one-time link.',
  },
  'administration.password.set.too-short': {
    zh: '密码至少 {least} 个字符，建议用几个词组成的短句。',
    en: 'A password has at least {least} characters; a short phrase works well.',
  },
  'administration.password.set.contains-login': {
    zh: '密码不能包含登录名，请换一个。',
    en: 'The password must not contain the login; choose another.',
  },
  'administration.password.set.too-simple': {
    zh: '密码过于简单，请至少用五种不同的字符。',
    en: 'The password is too simple; use at least five different characters.',
  },
  'administration.right.grant': { zh: '授予角色', en: 'Grant role' },
  'administration.right.grant.self': {
    zh: '不能给自己授权，请由另一位管理员操作。',
    en: 'You cannot grant yourself a right; ask another administrator.',
  },
  'administration.right.grant.unknown-role': {
    zh: '没有角色 {role}，请重新选择。',
    en: 'There is no role {role}; choose again.',
  },
  'administration.right.grant.unknown-organisation': {
    zh: '没有这个机构，请刷新后重新选择。',
    en: 'There is no such organisation; reload and choose again.',
  },
  'administration.right.grant.held': {
    zh: '此人已有相同范围的角色 {role}，无需重复授予。',
    en: 'This person holds the role {role} with the same limits already.',
  },
  'administration.right.grant.kept-apart': {
    zh: '三员分立：已担任 {other} 的人员不能再授予 {role}；请授予另一位人员。',
    en: 'Duties are kept apart: whoever is {other} cannot be {role} too. Grant it to somebody else.',
  },
  'administration.right.end': { zh: '收回角色', en: 'Withdraw role' },
  'administration.right.unknown': { zh: '这项授权已不存在，请刷新。', en: 'This grant no longer exists; reload.' },
  'administration.role.list': { zh: '角色', en: 'Roles' },
  'administration.organisation.list': { zh: '机构与行政区', en: 'Organisations and areas' },
  'administration.session.end': { zh: '结束会话', en: 'End session' },
  'administration.session.unknown': { zh: '该会话已经结束，请刷新。', en: 'This session has ended; reload.' },
  'administration.session.list': { zh: '登录会话', en: 'Sessions' },
  'administration.audit.list': { zh: '审计日志', en: 'Audit log' },
  'administration.audit.verify': { zh: '校验审计链', en: 'Verify audit chain' },
  'administration.calendar.publish': { zh: '发布放假安排', en: 'Publish holidays' },
  'administration.calendar.list': { zh: '工作日历', en: 'Working-day calendar' },
  'jobs.view': { zh: '后台任务', en: 'Background run' },
  'jobs.list': { zh: '后台任务', en: 'Background runs' },
  'jobs.cancel': { zh: '取消任务', en: 'Cancel run' },
  'jobs.cancel.of-another': {
    zh: '这是他人发起的任务，请由发起人或系统管理员取消。',
    en: 'Somebody else asked for this run; they or the system administrator can cancel it.',
  },
  'jobs.cancel.ended': { zh: '任务已经结束，无需取消。', en: 'The run has already ended.' },
  'jobs.unknown': { zh: '没有这个后台任务。', en: 'There is no such run.' },
  'jobs.run.failed': {
    zh: '后台任务出错：{message}。已完成的部分保留，可以重新启动。',
    en: 'The run failed: {message}. What was finished is kept; start it again.',
  },
  'jobs.run.worn-out': {
    zh: '任务在处理中 {attempts} 次意外中断，已停止；请联系管理员查看运行日志后重新发起。',
    en: 'The run broke off {attempts} times and was set aside; have the administrator look at the log, then start it again.',
  },
  'jobs.run.person-gone': {
    zh: '发起人账号已停用，任务未执行。',
    en: 'The person who asked has been ended; the run was not made.',
  },
}
