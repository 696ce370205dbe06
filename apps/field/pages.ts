import type { ComponentType } from 'react'
import { HomePage } from './home/home-page.tsx'
import { AboutPage } from './home/me/about-page.tsx'
import { FeedbackPage } from './home/me/feedback-page.tsx'
import { MePage } from './home/me/me-page.tsx'
import { PasswordPage } from './home/me/password-page.tsx'
import { ProfilePage } from './home/me/profile-page.tsx'
import { SessionsPage } from './home/me/sessions-page.tsx'
import { MessagesPage } from './home/messages/messages-page.tsx'
import { NewsPage } from './home/messages/news-page.tsx'
import { PoolPage } from './home/pool/pool-page.tsx'
import { StoragePage } from './home/storage-page.tsx'
import { LazyMapPage, LazyPackagesPage } from './map/lazy-pages.tsx'
import type { PageProps } from './parts/page-props.ts'
import { PinPage } from './store/lock/pin-page.tsx'
import { LazyDiscoverPage, LazyTaskPage } from './survey/lazy-pages.tsx'
import { LazyDispatchPage, LazyHistoryPage } from './tasks/pages/lazy-pages.tsx'
import { TaskList } from './tasks/task-list.tsx'

/** Pages by the first part of the address. Each belongs to one room. */
export const pages: Record<string, ComponentType<PageProps>> = {
  tasks: TaskList,
  task: LazyTaskPage,
  discover: LazyDiscoverPage,
  'task-history': LazyHistoryPage,
  dispatch: LazyDispatchPage,
  '': HomePage,
  messages: MessagesPage,
  news: NewsPage,
  pool: PoolPage,
  me: MePage,
  profile: ProfilePage,
  password: PasswordPage,
  sessions: SessionsPage,
  feedback: FeedbackPage,
  about: AboutPage,
  storage: StoragePage,
  pin: PinPage,
  map: LazyMapPage,
  packages: LazyPackagesPage,
}
