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
  'fieldwork.home.save': { zh: '设置首页模块', en: 'Arrange the home page' },
  'fieldwork.home.save.unknown': {
    zh: '模块 {code} 已撤下或没有授权给您，请刷新后重新选择。',
    en: 'The module {code} was withdrawn or is not yours to see; reload and choose again.',
  },
}
