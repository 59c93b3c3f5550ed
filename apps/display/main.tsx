import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { LangProvider, langOf } from '../kit/words.ts'
import './face.css'
import { queries } from './api.ts'
import { Wall } from './Wall.tsx'

// A screen on a wall has nobody to choose a language: its address may say it.
const asked = new URLSearchParams(location.search).get('lang')
const lang = asked === 'en' || asked === 'ja' ? asked : langOf(document.cookie)
document.documentElement.lang = lang
const [, place_id = ''] = /\/display\/([\w-]+)/.exec(location.pathname) ?? []

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
createRoot(root).render(
  <LangProvider value={lang}>
    <QueryClientProvider client={queries}>
      <Wall place_id={place_id} />
    </QueryClientProvider>
  </LangProvider>,
)
