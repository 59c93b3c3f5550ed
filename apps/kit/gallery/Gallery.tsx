import { Mark } from '../Mark.tsx'
import { ToastProvider } from '../Toast.tsx'
import { useLang } from '../words.ts'
import { Acting } from './Acting.tsx'
import { Asking } from './Asking.tsx'
import { DemoParts } from './DemoParts.tsx'
import { Saying } from './Saying.tsx'
import { Showing } from './Showing.tsx'
import { useGalleryWords } from './words.ts'

/** `/kit`: every component in every state, in either language and either light. */
export function Gallery() {
  const w = useGalleryWords()
  const lang = useLang()
  const link = (query: string, label: string) => (
    <a href={query} className="ui inline-flex min-h-11 items-center px-2 text-14 text-indigo">
      {label}
    </a>
  )
  return (
    <ToastProvider>
      <main className="mx-auto grid max-w-[72rem] gap-10 px-6 py-8">
        <header className="grid gap-1">
          <h1 className="flex items-center gap-3 text-28">
            <Mark size={36} />
            {w.title}
          </h1>
          <p className="text-14 text-ink-2">{w.text}</p>
          <nav className="-ml-2 flex flex-wrap">
            {link('?lang=ja', '日本語')}
            {link('?lang=en', 'English')}
            {link(`?lang=${lang}&theme=light`, w.light)}
            {link(`?lang=${lang}&theme=dark`, w.dark)}
          </nav>
        </header>
        <Acting />
        <Asking />
        <Showing />
        <Saying />
        <DemoParts />
      </main>
    </ToastProvider>
  )
}
