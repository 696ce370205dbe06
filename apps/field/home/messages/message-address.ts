import type { KeptMessage } from './kept-inbox.ts'

/** What opening a message opens here; undefined: there is nothing more to it than its words. */
export function messageAddress({ link }: Pick<KeptMessage, 'link'>): string | undefined {
  const { taskId, news, feedback, discovery } = link
  if (news) return `#/news/${news}`
  if (feedback) return '#/feedback'
  if (discovery) return `#/discover/${discovery}`
  return taskId && `#/task/${taskId}`
}
