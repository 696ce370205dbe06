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
  'administration.person.change': { zh: '修改人员信息', en: 'Change a person' },
  'administration.person.change.no-network': {
    zh: '“{network}”不是 IP 地址或网段（如 10.1.2.3、10.1.0.0/16），请更正。',
    en: '“{network}” is neither an address nor a network (10.1.2.3, 10.1.0.0/16); correct it.',
  },
  'administration.person.change.locks-you-out': {
    zh: '这样绑定后您自己当前的地址也会被拒绝；请加上当前地址，或由另一位管理员操作。',
    en: 'This would shut you out from where you are now; add your own address, or have another administrator do it.',
  },
  'administration.person.change.not-there': {
    zh: '您不能把人员调到这个机构；请选择您管理的机构。',
    en: 'You cannot move people to that organisation; choose one you administer.',
  },
  'administration.person.resume': { zh: '启用人员', en: 'Enable account' },
  'administration.person.resume.active': {
    zh: '{name} 的账号正在使用，不必启用。',
    en: 'The account of {name} is in use already.',
  },
  'administration.person.delete': { zh: '删除人员', en: 'Delete account' },
  'administration.registration.list': { zh: '注册申请', en: 'Registrations' },
  'administration.registration.approve': { zh: '批准注册', en: 'Approve registration' },
  'administration.registration.refuse': { zh: '拒绝注册', en: 'Refuse registration' },
  'administration.registration.unknown': {
    zh: '没有这份注册申请，请刷新。',
    en: 'There is no such registration; reload.',
  },
  'administration.registration.decided': {
    zh: '{name} 的注册申请已经处理过了，请刷新。',
    en: 'The registration of {name} was decided already; reload.',
  },
  'administration.device.list': { zh: '登录设备', en: 'Phones signed in from' },
  'administration.device.approve': { zh: '批准设备', en: 'Approve a phone' },
  'administration.device.approve.done': {
    zh: '这台设备已经批准，请刷新。',
    en: 'This phone is approved already; reload.',
  },
  'administration.device.withdraw': { zh: '撤销设备批准', en: 'Withdraw a phone’s approval' },
  'administration.device.unknown': { zh: '没有这台设备，请刷新。', en: 'There is no such phone; reload.' },
  'administration.organisation.add': { zh: '新增机构', en: 'Add organisation' },
  'administration.organisation.add.code-taken': {
    zh: '机构编码 {code} 已被使用，请换一个。',
    en: 'The code {code} is taken; choose another.',
  },
  'administration.organisation.change': { zh: '修改机构', en: 'Change organisation' },
  'administration.organisation.change.circle': {
    zh: '“{name}”不能隶属于它自己或它的下级，请重新选择上级机构。',
    en: '“{name}” cannot belong to itself or to what is below it; choose another.',
  },
  'administration.organisation.end': { zh: '撤销机构', en: 'Close organisation' },
  'administration.organisation.end.done': { zh: '“{name}”已经撤销。', en: '“{name}” is closed already.' },
  'administration.organisation.end.people': {
    zh: '“{name}”还有 {people} 名在用人员，请先调走或停用。',
    en: '{people} people still belong to “{name}”; move them or end their accounts first.',
  },
  'administration.organisation.end.below': {
    zh: '“{name}”还有 {below} 个下级机构，请先处理下级。',
    en: '{below} organisations are still below “{name}”; see to them first.',
  },
  'administration.organisation.unknown': { zh: '没有这个机构，请刷新。', en: 'There is no such organisation; reload.' },
  'administration.area.save': { zh: '维护行政区', en: 'Save an area' },
  'administration.area.save.digits': {
    zh: '编码 {code} 的位数与级别不符，该级别为 {digits} 位。',
    en: 'The code {code} does not fit the level, which has {digits} digits.',
  },
  'administration.area.save.no-above': {
    zh: '上级行政区 {above} 还没有，请先新增上级。',
    en: 'There is no area {above} above {code}; add that first.',
  },
  'administration.area.remove': { zh: '删除行政区', en: 'Remove an area' },
  'administration.area.remove.below': {
    zh: '“{name}”还有 {below} 个下级行政区，不能删除。',
    en: '“{name}” has {below} areas below it and cannot be removed.',
  },
  'administration.area.remove.granted': {
    zh: '还有 {granted} 项授权限定在“{name}”，请先收回。',
    en: '{granted} grants are limited to “{name}”; withdraw them first.',
  },
  'administration.area.unknown': { zh: '没有行政区 {code}，请刷新。', en: 'There is no area {code}; reload.' },
  'administration.role.save': { zh: '保存角色', en: 'Save role' },
  'administration.role.save.built-in': {
    zh: '“{role}”是系统内置角色，不能修改；请新建一个角色。',
    en: '“{role}” comes with the system and cannot be changed; make a new role.',
  },
  'administration.role.save.namesake': {
    zh: '已有名为“{title}”的角色，请换一个名称。',
    en: 'There is a role “{title}” already; choose another name.',
  },
  'administration.role.save.kept-apart': {
    zh: '三员分立：“{verb}”属于系统管理员、安全管理员或审计员，不能放入自建角色。',
    en: 'Duties are kept apart: {verb} belongs to one of the three administrators and cannot be put into a role of your own.',
  },
  'administration.role.end': { zh: '停用角色', en: 'End role' },
  'administration.role.unknown': { zh: '没有这个角色，请刷新。', en: 'There is no such role; reload.' },
  'administration.right.organisations': { zh: '机构的角色', en: 'Roles of organisations' },
  'administration.right.grantOrganisation': { zh: '机构授权', en: 'Grant to organisation' },
  'administration.right.grantOrganisation.personal': {
    zh: '三员角色只能逐人授予，不能授予整个机构。',
    en: 'The role {role} is given to people one by one, never to a whole organisation.',
  },
  'administration.right.grantOrganisation.own': {
    zh: '不能给自己所在的机构授权，请由另一位管理员操作。',
    en: 'You cannot grant a role to an organisation you belong to; ask another administrator.',
  },
  'administration.right.grantOrganisation.held': {
    zh: '该机构已有相同范围的这个角色。',
    en: 'The organisation holds this role with the same limits already.',
  },
  'administration.right.endOrganisationGrant': { zh: '收回机构的角色', en: 'Withdraw from organisation' },
  'administration.right.end.of-organisation': {
    zh: '这个角色是随机构授予的，请在机构页面收回。',
    en: 'This person holds the role with all of the organisation; withdraw it there.',
  },
  'administration.service.list': { zh: '服务目录', en: 'Services' },
  'administration.service.stop': { zh: '停用服务', en: 'Stop a service' },
  'administration.service.stop.done': {
    zh: '「{service}」已经停用，请刷新。',
    en: 'The service {service} is stopped already; reload.',
  },
  'administration.service.resume': { zh: '恢复服务', en: 'Start a service' },
  'administration.service.resume.runs': {
    zh: '「{service}」正在运行，请刷新。',
    en: 'The service {service} is running; reload.',
  },
  'administration.service.allow': { zh: '服务权限设置', en: 'Set access to services' },
  'administration.service.allow.self': {
    zh: '不能设置自己的服务权限，请由另一位安全管理员操作。',
    en: 'You cannot set your own access to services; ask another security administrator.',
  },
  'administration.service.unknown': {
    zh: '没有服务 {service}，请刷新后重新选择。',
    en: 'There is no service {service}; reload and choose again.',
  },
  'administration.resource.save': { zh: '维护资源信息', en: 'Describe a resource' },
  'administration.resource.unknown': { zh: '没有资源 {code}，请刷新。', en: 'There is no resource {code}; reload.' },
  'administration.resource.list': { zh: '资源管理', en: 'Resources' },
  'administration.profile.view': { zh: '我的信息', en: 'My details' },
  'administration.profile.save': { zh: '保存我的信息', en: 'Save my details' },
  'administration.profile.save.phone': {
    zh: '“{phone}”不像电话号码，请只用数字、空格和 + -。',
    en: '“{phone}” does not look like a telephone number; use digits, blanks, + and -.',
  },
  'administration.profile.endSession': { zh: '退出其他登录', en: 'Sign out elsewhere' },
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
