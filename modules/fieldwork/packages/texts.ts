import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const packageTexts: Sentences = {
  'fieldwork.package.plan': { zh: '估算离线包', en: 'Estimate an offline package' },
  'fieldwork.package.prepare': { zh: '制作离线包', en: 'Make an offline package' },
  'fieldwork.package.make': { zh: '制作离线包', en: 'Make an offline package' },
  'fieldwork.package.view': { zh: '查看离线包', en: 'View an offline package' },
  'fieldwork.package.block': { zh: '下载离线包', en: 'Download an offline package' },
  'fieldwork.ground.find': { zh: '查询批文、项目与案件', en: 'Find approvals, projects and cases' },
  'fieldwork.package.not-granted': {
    zh: '您没有区域 {area} 的权限，不能下载该区域的资料；请选择权限内的区域，或联系管理员授权。',
    en: 'You have no right to area {area}, so its data cannot be downloaded. Choose an area of yours or ask the administrator.',
  },
  'fieldwork.package.no-ground': {
    zh: '所选范围内没有您权限内的区域；请换一个范围，或先签收任务。',
    en: 'Nothing of your areas lies there. Choose another place, or claim a task first.',
  },
  'fieldwork.package.no-choice': {
    zh: '请选择一个行政区，或在地图上框选范围。',
    en: 'Choose an administrative area, or draw a box on the map.',
  },
  'fieldwork.package.too-many': {
    zh: '范围内有 {features} 个要素，超过一个离线包的上限 {most}；请改选较小的范围。',
    en: '{features} features lie there, more than a package holds ({most}). Choose a smaller area.',
  },
  'fieldwork.package.too-many-pictures': {
    zh: '范围内有 {pictures} 张影像瓦片，超过上限 {most}；请改选较小的范围或较低的影像清晰度。',
    en: '{pictures} pictures would be wanted, more than a package holds ({most}). Choose a smaller area or coarser pictures.',
  },
  'fieldwork.package.unknown': {
    zh: '没有这个离线包，请重新选择范围。',
    en: 'There is no such package; choose the area again.',
  },
  'fieldwork.package.no-block': {
    zh: '离线包中没有 {part} 的第 {block} 块，请重新下载。',
    en: 'The package has no block {block} of {part}; download it again.',
  },
  'fieldwork.package.stage.layers': { zh: '正在整理图层', en: 'Gathering layers' },
  'fieldwork.package.stage.imagery': { zh: '正在准备影像', en: 'Preparing imagery' },
  'fieldwork.package.stage.done': { zh: '已就绪', en: 'Ready' },
  'fieldwork.ground.find.nothing-asked': {
    zh: '请输入批文号或项目名称，或在地图上指定位置。',
    en: 'Enter an approval number or a project name, or point at a place on the map.',
  },
  'fieldwork.phase.conversion': { zh: '农转用批准', en: 'Conversion approved' },
  'fieldwork.phase.requisition': { zh: '征地批准', en: 'Requisition approved' },
  'fieldwork.phase.supply': { zh: '已供地', en: 'Land supplied' },
  'fieldwork.phase.record': { zh: '已备案', en: 'On record' },
  'fieldwork.phase.temporary': { zh: '临时用地', en: 'Temporary use' },
  'fieldwork.phase.enforcement': { zh: '执法查处', en: 'Enforcement' },
  'fieldwork.phase.built': { zh: '已建成', en: 'Built' },
  'fieldwork.phase.registered': { zh: '已登记', en: 'Registered' },
}
