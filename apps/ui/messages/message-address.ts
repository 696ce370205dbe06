import type { AnswerOf } from '../api-types.ts'

export type InboxMessage = AnswerOf<'messages.inbox.list'>['items'][number]

/** The page of the console a message opens. */
export function messageAddress({ link, title }: Pick<InboxMessage, 'link' | 'title'>): string {
  const { caseId, taskId, news, feedback, registration } = link
  if (news) return `/news/${news}`
  if (feedback) return '/messages'
  if (registration) return '/administration/registrations'
  if (!caseId) return '/messages'
  if (title === 'notice.mentioned') return `/cases/${caseId}?tab=talk`
  return `/cases/${caseId}${taskId ? `?task=${taskId}` : ''}`
}
