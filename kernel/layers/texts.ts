import type { Sentences } from '../problems/sentences.ts'

/** Refusals of layers and change sets. */
export const layerTexts: Sentences = {
  'layers.layer.unknown': { zh: '没有图层 {layer}。', en: 'There is no layer {layer}.' },
  'layers.field.unknown': {
    zh: '图层 {layer} 没有字段 {field}，请检查字段名。',
    en: 'Layer {layer} has no field {field}; check the name.',
  },
  'layers.attribute.unknown-field': {
    zh: '图层 {layer} 没有字段 {field}，请按字段对应表改名或去掉。',
    en: 'Layer {layer} has no field {field}; map it to one or leave it out.',
  },
  'layers.attribute.wrong-type': {
    zh: '{layer} 的 {field} 不能是「{value}」：类型不符，请更正。',
    en: '{layer}.{field} cannot be «{value}»: wrong type; correct it.',
  },
  'layers.attribute.too-long': {
    zh: '{layer} 的 {field} 超出规定长度：「{value}」，请缩短；系统不会自动截断。',
    en: '{layer}.{field} is too long: «{value}»; shorten it, nothing is cut silently.',
  },
  'layers.attribute.too-precise': {
    zh: '{layer} 的 {field} 小数位过多：{value}，请按规定位数取舍。',
    en: '{layer}.{field} has too many decimals: {value}; round it as the standard says.',
  },
  'layers.attribute.not-a-date': {
    zh: '{layer} 的 {field} 不是日期：「{value}」，应为 年-月-日。',
    en: '{layer}.{field} is not a date: «{value}»; write year-month-day.',
  },
  'layers.geometry.empty': {
    zh: '图形为空，不能入库；请补充图形或去掉这一行。',
    en: 'The geometry is empty; add it or leave the row out.',
  },
  'layers.geometry.invalid': {
    zh: '图层 {layer} 要素 {feature} 的图形无效（{reason}），请先修复。',
    en: 'Feature {feature} of {layer} has an invalid geometry ({reason}); repair it first.',
  },
  'layers.import.layer-not-empty': {
    zh: '图层 {layer} 已有数据，只能通过变更集修改。',
    en: 'Layer {layer} has features; it is changed by change sets only.',
  },
  'layers.change-set.unknown': {
    zh: '没有这个变更集，可能已被作废；请刷新。',
    en: 'There is no such change set; reload.',
  },
  'layers.change-set.empty': { zh: '变更集里没有任何变更，无需检查或应用。', en: 'The change set holds no change.' },
  'layers.change-set.state': {
    zh: '变更集当前为「{state}」，此操作只能在 {allowed} 时进行。',
    en: 'The change set is {state}; this is only possible when it is {allowed}.',
  },
  'layers.change-set.feature-twice': {
    zh: '图层 {layer} 的要素 {feature} 在同一变更集中出现两次（第 {item} 项），请合并为一项。',
    en: 'Feature {feature} of {layer} is changed twice in one set (item {item}); make it one.',
  },
  'layers.change-set.moved': {
    zh: '底图已变：图层 {layer} 的要素 {feature} 已由 {by} 在「{title}」中变更。请重新生成变更集。',
    en: 'The base has changed: feature {feature} of {layer} was changed by {by} in «{title}». Draft the change set anew.',
  },
  'layers.change-set.held': {
    zh: '图层 {layer} 的要素 {feature} 正被「{title}」（{by}）预变更占用，待其办结后再试。',
    en: 'Feature {feature} of {layer} is reserved by «{title}» ({by}); try again when it is concluded.',
  },
  'layers.change-set.identity-taken': {
    zh: '图层 {layer} 的 {field} {identity} 已被使用，不得重复。',
    en: '{field} {identity} of {layer} is in use and may not be repeated.',
  },
  'layers.change-set.reverted-already': {
    zh: '这个变更集已有撤销变更集（{state}），不能再撤销一次。',
    en: 'This change set already has a reverting one ({state}).',
  },
  'layers.coverage.area': {
    zh: '图层 {layer} 面积不平衡：变更前 {before} m²，变更后 {after} m²，差值应为 0.00。',
    en: 'Areas of {layer} do not balance: {before} m² before, {after} m² after; the difference must be 0.00.',
  },
  'layers.coverage.overlap': {
    zh: '变更会在图层 {layer} 中产生重叠（要素 {features}），请调整边界。',
    en: 'The change would make an overlap in {layer} (features {features}); adjust the boundary.',
  },
  'layers.coverage.gap': {
    zh: '变更会在图层 {layer} 中留下缝隙（要素 {features}），请补齐。',
    en: 'The change would leave a gap in {layer} (features {features}); close it.',
  },
  'layers.coverage.outside': {
    zh: '变更超出了图层 {layer} 原有的范围（要素 {features}），请裁去超出部分。',
    en: 'The change goes beyond what {layer} covered (features {features}); cut off what lies outside.',
  },
  'layers.repair.area': {
    zh: '修复后图层 {layer} 要素 {feature} 的记载面积由 {before} 变为 {after} m²，而图形只变化 {drawn} m²；两者应一致。',
    en: 'The repair changes the recorded area of feature {feature} of {layer} from {before} to {after} m², its outline by {drawn} m²; the two must agree.',
  },
}
