import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const texts: Sentences = {
  'fieldwork.pool.list': { zh: '外业业务池', en: 'Field modules' },
  'fieldwork.pool.mine': { zh: '我的业务模块', en: 'My field modules' },
  'fieldwork.pool.save': { zh: '注册业务模块', en: 'Register a field module' },
  'fieldwork.pool.save.code-taken': {
    zh: '编码 {code} 已被“{name}”使用，请换一个。',
    en: 'The code {code} is taken by “{name}”; choose another.',
  },
  'fieldwork.pool.save.namesake': {
    zh: '已有同名模块“{name}”（{code}），请换一个名称。',
    en: 'There is a module “{name}” already ({code}); choose another name.',
  },
  'fieldwork.pool.unknown': {
    zh: '没有业务模块 {code}，请刷新。',
    en: 'There is no field module {code}; reload.',
  },
  'fieldwork.pool.withdraw': { zh: '撤下业务模块', en: 'Withdraw a field module' },
  'fieldwork.pool.withdraw.done': { zh: '“{name}”已经撤下。', en: '“{name}” is withdrawn already.' },
  'fieldwork.pool.withdraw.there': { zh: '“{name}”正在使用，不必恢复。', en: '“{name}” is in use already.' },
  'fieldwork.pool.choices': { zh: '业务模块选项', en: 'What a field module is made of' },
  'fieldwork.pool.note': {
    zh: '注册后，有权限的人员可以把模块放到手机首页。',
    en: 'Once registered, those it is for can put it on their phone’s home page.',
  },
  'fieldwork.pool.register': { zh: '注册模块', en: 'Register a module' },
  'fieldwork.pool.change': { zh: '修改模块', en: 'Change the module' },
  'fieldwork.pool.empty': { zh: '还没有业务模块', en: 'No modules yet' },
  'fieldwork.pool.name': { zh: '模块', en: 'Module' },
  'fieldwork.pool.zh': { zh: '名称', en: 'Name (Chinese)' },
  'fieldwork.pool.en': { zh: '英文名称', en: 'Name (English)' },
  'fieldwork.pool.code': { zh: '编码', en: 'Code' },
  'fieldwork.pool.code.rule': {
    zh: '小写字母开头，可含数字和连字符。',
    en: 'Small letters, digits and hyphens, a letter first.',
  },
  'fieldwork.pool.icon': { zh: '图标', en: 'Icon' },
  'fieldwork.pool.colour': { zh: '颜色', en: 'Colour' },
  'fieldwork.pool.position': { zh: '排序', en: 'Order' },
  'fieldwork.pool.businesses': { zh: '业务', en: 'Businesses' },
  'fieldwork.pool.steps': { zh: '环节（不选为全部外业环节）', en: 'Steps (none: every field step)' },
  'fieldwork.pool.templates': { zh: '举证模板', en: 'Evidence templates' },
  'fieldwork.pool.seers': { zh: '可见范围', en: 'Who sees it' },
  'fieldwork.pool.everybody': { zh: '全体外业人员', en: 'Every investigator' },
  'fieldwork.pool.some': {
    zh: '{roles} 个角色、{organisations} 个机构',
    en: '{roles} roles, {organisations} organisations',
  },
  'fieldwork.pool.roles': { zh: '可见角色（不选为不限）', en: 'Roles that see it (none: any)' },
  'fieldwork.pool.organisations': {
    zh: '可见机构（含下级；不选为不限）',
    en: 'Organisations that see it, with those below (none: any)',
  },
  'fieldwork.pool.inUse': { zh: '使用中', en: 'In use' },
  'fieldwork.pool.withdrawn': { zh: '已撤下', en: 'Withdrawn' },
  'fieldwork.pool.withdrawIt': { zh: '撤下', en: 'Withdraw' },
  'fieldwork.pool.withdrawIt.ask': {
    zh: '从所有手机首页撤下“{name}”？任务不受影响。',
    en: 'Take “{name}” off every phone? Its tasks stay.',
  },
  'fieldwork.pool.restoreIt': { zh: '恢复', en: 'Bring back' },
  'fieldwork.pool.restoreIt.ask': { zh: '恢复“{name}”？', en: 'Bring “{name}” back?' },
  'fieldwork.home.save': { zh: '设置首页模块', en: 'Arrange the home page' },
  'fieldwork.home.save.unknown': {
    zh: '模块 {code} 已撤下或没有授权给您，请刷新后重新选择。',
    en: 'The module {code} was withdrawn or is not yours to see; reload and choose again.',
  },
}
