import { layerNamed } from '../../kernel/layers/registry.ts'
import type { LayerRunRow } from '../../kernel/quality/blocks/layer-runs.ts'

type Language = 'zh' | 'en'

const words = {
  report: { zh: '质检报告', en: 'Quality report' },
  summary: { zh: '概况', en: 'Summary' },
  rules: { zh: '按规则统计', en: 'By rule' },
  issues: { zh: '问题清单', en: 'Issues' },
  name: { zh: '项目', en: 'Item' },
  value: { zh: '内容', en: 'Content' },
  layer: { zh: '图层', en: 'Layer' },
  area: { zh: '行政区代码', en: 'Area code' },
  asOf: { zh: '数据时点', en: 'Data as of' },
  ruleSet: { zh: '规则集与版本', en: 'Rule set and version' },
  chosen: { zh: '所选规则', en: 'Rules chosen' },
  features: { zh: '检查要素数', en: 'Features judged' },
  madeAt: { zh: '质检时间', en: 'Run at' },
  listed: { zh: '本表列出问题数', en: 'Issues listed here' },
  total: { zh: '符合筛选条件的问题数', en: 'Issues that pass the filter' },
  all: { zh: '全部适用规则', en: 'All that apply' },
  everywhere: { zh: '全部', en: 'All' },
  open: { zh: '待处理', en: 'Open' },
  fixed: { zh: '已整改', en: 'Fixed' },
  waived: { zh: '例外', en: 'Waived' },
  returned: { zh: '已退回', en: 'Returned' },
} satisfies Record<string, Record<Language, string>>

export const inWords = (word: keyof typeof words, language: Language): string => words[word][language]

export const headings: Record<'rules' | 'issues', Record<Language, readonly string[]>> = {
  rules: {
    zh: ['规则', '名称', '条款', '等级', '问题数', '待处理', '已整改', '例外', '已退回'],
    en: ['Rule', 'Title', 'Clause', 'Severity', 'Issues', 'Open', 'Fixed', 'Waived', 'Returned'],
  },
  issues: {
    zh: [
      ...['规则', '名称', '等级', '编号', '坐落代码', '要素', '字段', '值', '量值', '单位', '经度', '纬度'],
      ...['状态', '处理人', '理由', '例外至'],
    ],
    en: [
      ...[
        'Rule',
        'Title',
        'Severity',
        'Number',
        'Area code',
        'Features',
        'Field',
        'Value',
        'Measure',
        'Unit',
        'Longitude',
      ],
      ...['Latitude', 'State', 'Settled by', 'Reason', 'Waived until'],
    ],
  },
}

/** What the report is about, so that it can be made again. Instants in UTC. */
export function runFacts(
  run: LayerRunRow,
  { shown, total }: { shown: number; total: number },
  language: Language,
): [string, string | number][] {
  const say = (word: keyof typeof words) => inWords(word, language)
  return [
    [say('layer'), `${layerNamed(run.layer).title[language]} (${run.layer})`],
    [say('area'), run.area || say('everywhere')],
    [say('asOf'), run.as_of.toISOString()],
    [say('ruleSet'), `${run.rule_set} ${run.rule_set_version}`],
    [say('chosen'), run.rules?.join(' ') ?? say('all')],
    [say('features'), run.feature_count],
    [say('madeAt'), run.made_at.toISOString()],
    [say('total'), total],
    [say('listed'), shown],
  ]
}
