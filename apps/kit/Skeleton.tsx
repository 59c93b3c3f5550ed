/** The shape of what is coming. It appears only after 300 ms, so a quick answer never flickers. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <span aria-hidden="true" className={`block rounded-6 bg-sunk skeleton ${className}`} />
}

/** Several lines of a list still on their way. */
export function SkeletonRows({ rows = 4, className = 'h-16' }: { rows?: number; className?: string }) {
  return (
    <div className="grid gap-3" role="status">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <Skeleton key={row} className={className} />
      ))}
    </div>
  )
}
