import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const evidencePackageTexts: Sentences = {
  'fieldwork.evidence.prepare': { zh: '生成举证成果包', en: 'Make an evidence package' },
  'fieldwork.evidence.make': { zh: '生成举证成果包', en: 'Make an evidence package' },
  'fieldwork.evidence.make.no-room': {
    zh: '服务器存储空间不足，成果包没有生成；请联系管理员清理空间，或分批选择案件。',
    en: 'The server’s disk has no room for the package; ask the administrator to make room, or choose fewer cases at a time.',
  },
  'fieldwork.evidence.stage.files': { zh: '打包照片与数据', en: 'Packing photos and data' },
  'fieldwork.evidence.list': { zh: '举证成果包', en: 'Evidence packages' },
  'fieldwork.evidence.download': { zh: '下载举证成果包', en: 'Download an evidence package' },
  'fieldwork.evidence.download.unknown': {
    zh: '没有这个成果包，或它还没有生成；请刷新列表。',
    en: 'There is no such package, or it is not made yet; reload the list.',
  },
  'fieldwork.evidence.prepare.unknown-adapter': {
    zh: '没有成果格式“{adapter}”，请重新选择。',
    en: 'There is no layout «{adapter}»; choose another.',
  },
  'fieldwork.evidence.prepare.unknown-case': {
    zh: '所选案件有的已不存在，请刷新后重新选择。',
    en: 'Some of the cases are not there any more; reload and choose again.',
  },
  'fieldwork.evidence.prepare.nothing': {
    zh: '所选案件还没有举证照片，外业上报后再生成。',
    en: 'There are no photos for these cases yet; make the package when the field has handed in.',
  },
}
