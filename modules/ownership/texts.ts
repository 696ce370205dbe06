import type { Sentences } from '../../kernel/problems/sentences.ts'

const of = (zh: string, en: string) => ({ zh, en })

export const texts: Sentences = {
  'ownership.homestead.statistics': of('宅基地任务统计', 'Homestead statistics'),
  'ownership.homestead.export': of('导出宅基地任务统计', 'Export homestead statistics'),
  'business.ownership.homestead': of('宅基地地籍变更', 'Homestead change'),
  'ownership.statistics.note': of(
    '宅基地地籍变更任务的立案、在办、时限与结果；点行政区逐级下钻，点数字看案件。',
    'An area opens the ones in it, a number its cases.',
  ),
  'ownership.statistics.all': of('全部', 'All'),
  'ownership.statistics.from': of('立案起', 'Filed from'),
  'ownership.statistics.to': of('立案止', 'to'),
  'ownership.statistics.export': of('导出 Excel', 'Export to Excel'),
  'ownership.statistics.filed': of('立案', 'Filed'),
  'ownership.statistics.running': of('在办', 'Under way'),
  'ownership.statistics.suspended': of('挂起', 'Suspended'),
  'ownership.statistics.red': of('超期', 'Overdue'),
  'ownership.statistics.yellow': of('临期', 'Due soon'),
  'ownership.statistics.changed': of('已变更', 'Changed'),
  'ownership.statistics.refused': of('不予变更', 'Refused'),
  'ownership.statistics.irregular': of('非正常结案', 'Irregular'),
  'ownership.statistics.onTime': of('按期办结率', 'In time'),
  'ownership.statistics.meanDays': of('平均用时（日）', 'Days on average'),
  'ownership.statistics.area': of('行政区', 'Area'),
  'ownership.statistics.byAreas': of('按行政区', 'By area'),
  'ownership.statistics.bySteps': of('在办任务停在哪里', 'Where the tasks stand'),
  'ownership.statistics.step': of('环节', 'Step'),
  'ownership.statistics.open': of('任务', 'Tasks'),
  'ownership.statistics.days': of('平均停留（日）', 'Days there'),
  'ownership.statistics.byMonths': of('近十二个月', 'The last twelve months'),
  'ownership.statistics.closed': of('办结', 'Closed'),
  'ownership.statistics.sum': of('合计', 'Sum'),
  'ownership.statistics.none': of('这个范围内没有宅基地变更任务', 'No homestead change here'),
  'ownership.statistics.none.next': of(
    '放宽日期或行政区；新任务在「新建案件」里立案。',
    'Widen days or area; new ones are filed under «New case».',
  ),
  'ownership.statistics.steps.none': of('没有在办任务', 'Nothing under way'),
}
