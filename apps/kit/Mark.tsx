/** The Engawa mark: a roof, two posts, and the wooden floor where outside meets inside. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" strokeLinecap="round">
      <path
        d="M3.5 13.8c2.9-.5 5-1.7 7-3.6L16 5l5.5 5.2c2 1.9 4.1 3.1 7 3.6"
        stroke="var(--color-ink)"
        strokeWidth="2.1"
        strokeLinejoin="round"
      />
      <path d="M8.5 13v9M23.5 13v9" stroke="var(--color-ink)" strokeWidth="2.1" />
      <path d="M3.5 23.7h25M5.5 27.7h21" stroke="var(--color-wood)" strokeWidth="2.1" />
    </svg>
  )
}
