import type { Sentences } from '../../kernel/problems/sentences.ts'

export const texts: Sentences = {
  'onemap.layers': { zh: '图层', en: 'Layers' },
  'onemap.areas': { zh: '行政区', en: 'Administrative areas' },
  'onemap.identify': { zh: '穿透查询', en: 'Identify' },
  'onemap.identify.place': {
    zh: '查询位置无法识别；请在地图上点选、框选或画多边形。',
    en: 'The place could not be read; click, draw a box or a polygon on the map.',
  },
  'onemap.features': { zh: '要素', en: 'Features' },
  'onemap.compare': { zh: '两期对比', en: 'Compare two dates' },
  'onemap.history': { zh: '要素历史', en: 'Feature history' },
  'onemap.history.unknown': {
    zh: '图层 {layer} 中没有要素 {id}，或不在您的权限区域内。',
    en: 'Layer {layer} has no feature {id}, or it lies outside your areas.',
  },
  'onemap.tile': { zh: '矢量瓦片', en: 'Vector tile' },
  'onemap.imagery': { zh: '影像', en: 'Imagery' },
  'onemap.imagery.unreachable': {
    zh: '影像服务没有应答（{moment}），请稍后再试或联系管理员检查影像地址。',
    en: 'The imagery service did not answer ({moment}); try again later or have its address checked.',
  },
  'layers.layer.unknown': { zh: '没有图层 {layer}。', en: 'There is no layer {layer}.' },
}
