import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { queriesFor } from '../queries.ts'
import { LangProvider, langOf } from '../words.ts'
import './face.css'
import { Gallery } from './Gallery.tsx'

const asked = new URLSearchParams(location.search)
const lang = asked.get('lang') === 'en' ? 'en' : asked.get('lang') === 'ja' ? 'ja' : langOf(document.cookie)
const theme = asked.get('theme')
document.documentElement.lang = lang
if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
createRoot(root).render(
  <LangProvider value={lang}>
    <QueryClientProvider client={queriesFor()}>
      <Gallery />
    </QueryClientProvider>
  </LangProvider>,
)
