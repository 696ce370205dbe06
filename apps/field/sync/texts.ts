import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const syncTexts = {
  'field.version.ready': { zh: '新版本已就绪。', en: 'A new version is ready.' },
  'field.version.waits': {
    zh: '新版本已就绪，待 {count} 项工作上报后再更新。',
    en: 'A new version is ready; it waits until {count} acts are sent.',
  },
  'field.version.take': { zh: '更新', en: 'Update' },
} satisfies Sentences
