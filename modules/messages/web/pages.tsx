import { ApiOutlined, MessageOutlined, NotificationOutlined } from '@ant-design/icons'
import type { ModulePages } from '../../../apps/ui/module-pages.ts'

/** 消息 (reached from the bell), 新闻, 用户反馈 and 消息网关. */
export const pages: ModulePages = {
  business: '*',
  pages: [
    { path: 'messages', load: () => import('./inbox/inbox-page.tsx') },
    {
      path: 'news',
      load: () => import('./news/news-page.tsx'),
      menu: {
        title: { zh: '新闻', en: 'News' },
        icon: <NotificationOutlined />,
        group: 'settings',
        order: 60,
        verb: 'messages.news.list',
      },
    },
    { path: 'news/:newsId', load: () => import('./news/story-page.tsx') },
    {
      path: 'feedback',
      load: () => import('./feedback/feedback-page.tsx'),
      menu: {
        title: { zh: '用户反馈', en: 'Feedback' },
        icon: <MessageOutlined />,
        group: 'settings',
        order: 70,
        verb: 'messages.feedback.list',
      },
    },
    {
      path: 'gateways',
      load: () => import('./gateways/gateways-page.tsx'),
      menu: {
        title: { zh: '消息网关', en: 'Gateways' },
        icon: <ApiOutlined />,
        group: 'settings',
        order: 80,
        verb: 'messages.gateway.list',
      },
    },
  ],
}
