import type { Sentences } from '../../../../kernel/problems/sentences.ts'

const of = (zh: string, en: string) => ({ zh, en })

/** Filing a case of a process that is not in the catalogue of items. */
export const filingWords: Sentences = {
  'processes.filing.title': of('新建案件', 'New case'),
  'processes.filing.note': of(
    '本局自行设计、不在审批事项清单里的业务，在这里立案。',
    'Businesses the bureau has designed for itself, beside the catalogue of items, are filed here.',
  ),
  'processes.filing.none': of('没有可以立案的业务', 'Nothing can be filed'),
  'processes.filing.none.next': of(
    '请业务配置员发布带立案表单的流程，并确认您有相应业务的立案权限。',
    'Have a process with a filing form published, and make sure you hold the right to file such cases.',
  ),
  'processes.filing.limit': of('{days} 个工作日', '{days} working days'),
  'processes.filing.unknown': of('没有这个业务，或您无权立案', 'There is no such business, or you may not file it'),
  'processes.filing.of': of('立案：{process}', 'File: {process}'),
  'processes.filing.of.note': of(
    '填好后提交，系统编号并派给第一个环节。',
    'When sent, the case gets its number and goes to the first step.',
  ),
  'processes.filing.caseTitle': of('案件名称', 'Title of the case'),
  'processes.filing.area': of('行政区', 'Area'),
  'processes.filing.must': of('请填写', 'Please fill this in'),
  'processes.filing.faults': of('表单有 {count} 处需要更正', '{count} fields need correction'),
  'processes.filing.send': of('提交立案', 'File the case'),
}
