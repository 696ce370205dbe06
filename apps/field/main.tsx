// First: the rooms' own rules are laid over these.
import './base.css'
import './rows.css'
import './controls.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setUpTexts } from '../ui/i18n/setup.ts'
import { newQueryClient } from '../ui/queries.ts'
import { App } from './app.tsx'
import { Rescue } from './store/rescue-page.tsx'
import { watchForNewer } from './sync/newer-page.ts'
import { addFieldTexts } from './texts.ts'

setUpTexts()
addFieldTexts()

// The page itself must open where there is no signal.
if ('serviceWorker' in navigator && import.meta.env.PROD)
  void navigator.serviceWorker.register('/field/worker.js', { scope: '/field/' }).catch(() => undefined)
watchForNewer()
// Asks the browser not to clear what is kept when the phone runs short of room.
void navigator.storage?.persist?.()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      {location.search === '?rescue' ? <Rescue /> : <App />}
    </QueryClientProvider>
  </StrictMode>,
)
