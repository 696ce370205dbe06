import type { Module } from '../../kernel/http/action.ts'
import { answerFeedback, giveFeedback } from './feedback/give-feedback.ts'
import { feedbackPicture, listFeedback, myFeedback } from './feedback/read-feedback.ts'
import { listGateways } from './gateways/read-gateways.ts'
import { saveGateway, testGateway } from './gateways/save-gateway.ts'
import { deleteInbox, listInbox, readInbox } from './inbox/inbox.ts'
import { listNews, newsForMe, newsOrganisations, viewNews } from './news/read-news.ts'
import { publishNews, saveNews, withdrawNews } from './news/write-news.ts'

export const messages = {
  name: 'messages',
  title: { zh: '消息', en: 'Messages' },
  actions: [
    readInbox,
    deleteInbox,
    saveNews,
    publishNews,
    withdrawNews,
    giveFeedback,
    answerFeedback,
    saveGateway,
    testGateway,
  ],
  queries: [
    listInbox,
    listNews,
    newsForMe,
    newsOrganisations,
    viewNews,
    myFeedback,
    listFeedback,
    feedbackPicture,
    listGateways,
  ],
  jobs: [],
} as const satisfies Module
