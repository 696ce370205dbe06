import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const mapTexts = {
  'field.me': { zh: '我的位置', en: 'Where I am' },
  'field.range': { zh: '调查范围', en: 'Range' },
} satisfies Sentences
