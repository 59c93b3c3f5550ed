import { colours, type Sort } from './kind.ts'

/** One event as a small light: shape and colour say the same thing. */
export function Light({ sort, r = 5 }: { sort: Sort; r?: number }) {
  const colour = colours[sort]
  if (sort === 'purchase') return <circle r={r} fill={colour} />
  if (sort === 'visit') return <circle r={r - 1} fill="var(--color-surface)" stroke={colour} strokeWidth="2.6" />
  if (sort === 'message') return <path d={`M0 ${-r - 1}L${r + 1} 0L0 ${r + 1}L${-r - 1} 0z`} fill={colour} />
  return <path d={`M${-r + 0.5} ${-r + 0.5}h${2 * r - 1}v${2 * r - 1}h${-2 * r + 1}z`} fill={colour} />
}

/** The same light beside words. */
export function LightIcon({ sort }: { sort: Sort }) {
  return (
    <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" className="shrink-0">
      <Light sort={sort} />
    </svg>
  )
}
