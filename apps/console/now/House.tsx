import type { Lot } from './plan.ts'

type Props = { lot: Lot; name: string; note: string; lit: number; trouble: boolean }

const VERANDA = 8
const MOST_WINDOWS = 7

/** About how wide words are drawn: a kanji is a square, a letter a little over half of one. */
function widthOf(words: string, size: number): number {
  return [...words].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 0.58 : 1) * size, 0)
}

/** A roof with its veranda toward the road; lit windows show how much happens there, an amber outline and words that something is wrong. */
export function House({ lot, name, note, lit, trouble }: Props) {
  const { x, y, w, h } = lot
  const below = lot.veranda === 'below'
  const floor = below ? y + h : y - VERANDA
  const planks = Array.from({ length: Math.floor(w / 9) - 1 }, (_, plank) => x + (plank + 1) * 9)
  const windows = Array.from({ length: Math.min(MOST_WINDOWS, lit) }, (_, at) => x + 6 + at * ((w - 12) / MOST_WINDOWS))
  const label = Math.max(56, widthOf(name, 14), widthOf(note, 12)) + 18
  return (
    <g>
      <path d={`M${x + 3} ${y + 4}h${w}v${h}h${-w}z`} fill="#000" opacity="0.06" />
      <path d={`M${x} ${floor}h${w}v${VERANDA}h${-w}z`} fill="light-dark(#ead8b9, #6b4f2a)" />
      {windows.map((at) => (
        <path
          key={at}
          d={`M${at} ${floor + 2}h${(w - 12) / MOST_WINDOWS - 3}v4h${-((w - 12) / MOST_WINDOWS - 3)}z`}
          fill="light-dark(#c98f3f, #ffd98a)"
        />
      ))}
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        rx="3"
        fill="light-dark(#ebe0ca, #262019)"
        stroke={trouble ? 'var(--color-amber)' : 'light-dark(#cdbb98, #3c3226)'}
        strokeWidth={trouble ? 3 : 1.4}
        strokeDasharray={lot.popup ? '5 4' : undefined}
      />
      <path
        d={planks.map((at) => `M${at} ${y + 2}v${h - 4}`).join('')}
        stroke="light-dark(#ddcfb3, #2f281f)"
        strokeWidth="1"
      />
      <path d={`M${x} ${y + h / 2}h${w}`} stroke="light-dark(#d0b283, #4a3a26)" strokeWidth="4.5" />
      <rect x={x + (w - label) / 2} y={y + h / 2 - 21} width={label} height="42" rx="5" fill="var(--color-surface)" />
      <text x={x + w / 2} y={y + h / 2 - 3} textAnchor="middle" className="fill-ink text-[14px] font-bold">
        {name}
      </text>
      {/* Two words to whoever hears them. */}{' '}
      <text
        x={x + w / 2}
        y={y + h / 2 + 14}
        textAnchor="middle"
        className={`text-[12px] ${trouble ? 'fill-amber' : 'fill-ink-2'}`}
      >
        {note}
      </text>
    </g>
  )
}
