import type { Sentences } from '../problems/sentences.ts'

export const qualityTexts: Sentences = {
  'quality.issue.unknown': { zh: '没有这个质检问题，请刷新。', en: 'There is no such issue; reload.' },
  'quality.issue.settled-already': { zh: '这个问题已处理（{state}）。', en: 'This issue has been settled ({state}).' },
  'quality.issue.waive.no-reason': {
    zh: '标记例外须写明理由，供审核。',
    en: 'An exception needs a reason for the reviewer.',
  },
}
