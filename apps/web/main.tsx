import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider, App as Messages } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { setUpTexts } from '../ui/i18n/setup.ts'
import { useTexts } from '../ui/i18n/use-texts.ts'
import { newQueryClient } from '../ui/queries.ts'
import '../ui/theme/base.css'
import '../ui/theme/states.css'
import '../ui/theme/page.css'
import '../ui/theme/inputs.css'
import '../ui/theme/tables.css'
import '../ui/theme/cards.css'
import '../ui/theme/work.css'
import { theme } from '../ui/theme/theme.ts'
import { router } from './router.tsx'
import './shell/shell.css'

setUpTexts()
/** Whoever has asked the system for less motion gets none (WCAG 2.3.3). */
const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches
const ownTheme = { ...theme, token: { ...theme.token, motion } }
const client = newQueryClient()

function Console() {
  const { language } = useTexts()
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={ownTheme} button={{ autoInsertSpace: false }}>
      <Messages style={{ height: '100%' }}>
        <RouterProvider router={router} />
      </Messages>
    </ConfigProvider>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Console />
    </QueryClientProvider>
  </StrictMode>,
)
