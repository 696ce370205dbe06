import type { Sentences } from '../../kernel/problems/sentences.ts'

const of = (zh: string, en: string) => ({ zh, en })

export const texts: Sentences = {
  'centre.business.list': of('查看业务中心', 'See the business centre'),
  'centre.recent': of('最近办理', 'Recent cases'),
  'centre.business.arrange': of('排列业务卡片', 'Arrange the cards'),
  'centre.business.arrange.unknown': of(
    '没有业务 {business}，可能已停用；请刷新业务中心后再排列。',
    'There is no business {business}; reload the page and arrange again.',
  ),
  'centre.business.arrange.twice': of(
    '业务「{business}」排列了两次；请刷新业务中心后再排列。',
    '«{business}» stands twice; reload the page and arrange again.',
  ),
}

/** The page. */
export const centreWords: Sentences = {
  'centre.title': of('业务中心', 'Business centre'),
  'centre.note': of(
    '您可以办理的全部业务、各业务的待办，以及办理入口。',
    'Every business you work in, what waits there, and where to begin.',
  ),
  'centre.todo': of('待办', 'To do'),
  'centre.doing': of('在办', 'Doing'),
  'centre.overdue': of('超期', 'Overdue'),
  'centre.nearlyDue': of('临期', 'Due soon'),
  'centre.begin': of('新建', 'Begin'),
  'centre.begin.one': of('新建：{title}', 'Begin: {title}'),
  'centre.cases': of('案件', 'Cases'),
  'centre.favourite': of('设为常用：{name}', 'Make a favourite: {name}'),
  'centre.unfavourite': of('取消常用：{name}', 'No longer a favourite: {name}'),
  'centre.earlier': of('前移：{name}', 'Earlier: {name}'),
  'centre.later': of('后移：{name}', 'Later: {name}'),
  'centre.arrange': of('排列', 'Arrange'),
  'centre.arranged': of('完成', 'Done'),
  'centre.none': of('没有您可以办理的业务', 'No business is open to you'),
  'centre.none.next': of(
    '请安全管理员授予办理角色；授权后这里会列出对应业务。',
    'Ask the security administrator for a role; its businesses then stand here.',
  ),
  'centre.recent.none': of('还没有办理过案件', 'Nothing done yet'),
  'centre.recent.none.next': of('签收或办理过的案件会列在这里。', 'Cases you claim or work on are listed here.'),
  'centre.functions': of('其他业务功能', 'Other functions'),
  'centre.group.favourites': of('常用', 'Favourites'),
  'centre.group.approvals': of('政务审批', 'Approvals'),
  'centre.group.landuse': of('现状变更', 'Land-use change'),
  'centre.group.fieldwork': of('外业', 'Field work'),
  'centre.group.ownership': of('权属调查', 'Ownership'),
  'centre.group.quality': of('数据质检', 'Quality'),
  'centre.group.other': of('其他业务', 'Other'),
}
