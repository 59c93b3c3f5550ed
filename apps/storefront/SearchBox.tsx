import { useEffect, useRef, useState } from 'react'
import { Form, useLocation, useSubmit } from 'react-router'
import { Icon } from '../kit/Icon.tsx'
import { useWords } from './words.ts'

const PAUSE_MS = 220

/** Results follow the typing, from any page; a word still being composed in the input method is left in peace. */
export function SearchBox({ className = '' }: { className?: string }) {
  const w = useWords()
  const submit = useSubmit()
  const { pathname, search } = useLocation()
  const there = pathname === '/search'
  const q = there ? (new URLSearchParams(search).get('q') ?? '') : ''
  const [typed, setTyped] = useState(q)
  const composing = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef(q)
  useEffect(() => {
    if (q !== sent.current) setTyped(q)
    sent.current = q
  }, [q])
  useEffect(() => {
    if (composing.current || typed.trim() === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed.trim()
      if (form.current) void submit(form.current, { replace: there, preventScrollReset: true })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, submit, there])
  return (
    <Form ref={form} action="/search" role="search" className={`relative ${className}`}>
      <Icon name="search" size={20} className="absolute top-1/2 left-3.5 -translate-y-1/2 text-ink-3" />
      <input
        name="q"
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        aria-label={w.search}
        placeholder={w.searchHint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          setTyped(event.currentTarget.value)
        }}
        className="ui h-11 w-full rounded-6 border border-control bg-surface pr-3 pl-11 text-16 desk:text-14"
      />
    </Form>
  )
}
