/** 任务 退回 强签 时限预警 新闻 反馈 账号 协同. */
export const MESSAGE_KINDS = ['task', 'returned', 'taken', 'deadline', 'news', 'feedback', 'account', 'talk'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** What opening the message opens. */
export type MessageLink = {
  caseId?: string
  taskId?: string
  news?: string
  feedback?: string
  discovery?: string
  registration?: string
}

/** A message as its reader finds it. `title`: a key of the texts. */
export type Message = {
  id: string
  kind: MessageKind
  title: string
  params: Record<string, unknown>
  link: MessageLink
  at: Date
  readAt: Date | null
}

/** Unread ones, all and by kind; kinds without any are left out. */
export type Unread = { unread: number; byKind: Partial<Record<MessageKind, number>> }
