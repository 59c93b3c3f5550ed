import { useState } from 'react'

/** A list as somebody likes to see it: the part of the address after the question mark, under a name. */
export type View = { name: string; query: string }

const MOST = 20

/** Views kept on this device for one list. Nothing about a person is in an address, so nothing about one is kept. */
export function useViews(list: string): { views: View[]; keep: (view: View) => void; remove: (name: string) => void } {
  const place = `engawa.views.${list}`
  const [views, setViews] = useState(() => read(place))
  const write = (next: View[]) => {
    setViews(next)
    localStorage.setItem(place, JSON.stringify(next))
  }
  return {
    views,
    keep: (view) => write([...views.filter(({ name }) => name !== view.name), view].slice(-MOST)),
    remove: (name) => write(views.filter((view) => view.name !== name)),
  }
}

function read(place: string): View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isView) : []
  } catch {
    return []
  }
}

function isView(value: unknown): value is View {
  const view = value as View | null
  return typeof view?.name === 'string' && typeof view.query === 'string'
}
