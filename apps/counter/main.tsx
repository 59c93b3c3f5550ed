import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { LangProvider, langOf } from '../kit/words.ts'
import './face.css'
import { queries } from './api.ts'
import { router } from './router.tsx'

const lang = langOf(document.cookie)
document.documentElement.lang = lang

// The counter opens without a network; a page that is developed is always the newest.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/counter/sw.js', { scope: '/counter/' })
  void navigator.storage?.persist?.()
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
createRoot(root).render(
  <LangProvider value={lang}>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </LangProvider>,
)
