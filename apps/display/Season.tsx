import { pictureUrl } from '../kit/naming.ts'
import type { Display } from '../kit/shapes.ts'
import { useWords } from './words.ts'

type Look = { sky: string; sun: string; hills: [string, string]; leaves: [string, string, string]; drifts: string }
type SeasonName = 'spring' | 'summer' | 'autumn' | 'winter'

const looks: Record<SeasonName, Look> = {
  spring: {
    sky: '#f4f0e6',
    sun: '#f8e4bd',
    hills: ['#d8e0c8', '#bccba6'],
    leaves: ['#eebfc3', '#f8dcdc', '#e5a9b0'],
    drifts: '#ecbcc4',
  },
  summer: {
    sky: '#eaf1f3',
    sun: '#fbe7b0',
    hills: ['#cfdcbb', '#a9c08c'],
    leaves: ['#7f9f61', '#a6c088', '#66884b'],
    drifts: '#cfe0e8',
  },
  autumn: {
    sky: '#f6eee0',
    sun: '#f6d7a0',
    hills: ['#e2d3b0', '#cdb586'],
    leaves: ['#c9653f', '#e39a63', '#a94a2c'],
    drifts: '#d98a52',
  },
  winter: {
    sky: '#eef1f4',
    sun: '#f6efe0',
    hills: ['#e4e8ea', '#d2d9dc'],
    leaves: ['#ffffff', '#f4f7f9', '#dfe6ea'],
    drifts: '#ffffff',
  },
}

const crowns = [
  [890, 190, 130],
  [700, 270, 90],
  [560, 330, 105],
  [780, 300, 120],
  [660, 380, 95],
  [880, 390, 120],
] as const
const lights = [
  [600, 230, 72],
  [740, 205, 78],
  [480, 320, 54],
  [880, 300, 92],
] as const
const drift = [
  [300, 420],
  [120, 460],
  [72, 610],
  [455, 505],
  [212, 528],
  [392, 560],
] as const

/** The garden of the month behind the veranda, and the goods that stand on it. */
export function Season({ month, goods }: { month: number; goods: Display['goods'] }) {
  const w = useWords()
  const season: SeasonName =
    month >= 3 && month <= 5
      ? 'spring'
      : month <= 8 && month >= 6
        ? 'summer'
        : month >= 9 && month <= 11
          ? 'autumn'
          : 'winter'
  const look = looks[season]
  return (
    <section className="relative overflow-hidden" style={{ background: look.sky }}>
      <svg
        viewBox="0 0 908 796"
        preserveAspectRatio="xMidYMax slice"
        className="absolute inset-0 size-full"
        aria-hidden="true"
      >
        <circle cx="700" cy="160" r="100" fill={look.sun} />
        <path d="M0 640C160 520 300 500 470 516C640 530 760 470 908 500V796H0z" fill={look.hills[0]} />
        <path d="M0 715C200 610 420 620 600 636C720 646 820 640 908 628V796H0z" fill={look.hills[1]} />
        <path
          d="M850 796C846 640 800 520 700 410L716 396C790 470 806 540 812 560C836 536 850 520 866 486L884 494C872 540 858 566 838 590C852 650 860 720 864 796z"
          fill="#70513a"
        />
        {crowns.map(([x, y, r]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={r} fill={look.leaves[0]} />
        ))}
        {lights.map(([x, y, r]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={r} fill={look.leaves[1]} />
        ))}
        <circle cx="660" cy="368" r="34" fill={look.leaves[2]} />
        <circle cx="550" cy="418" r="26" fill={look.leaves[2]} />
        {drift.map(([x, y]) => (
          <ellipse
            key={`${x} ${y}`}
            cx={x}
            cy={y}
            rx="12"
            ry="7"
            fill={look.drifts}
            transform={`rotate(${(x * 7) % 90} ${x} ${y})`}
          />
        ))}
      </svg>
      <div className="relative px-[calc(var(--u)*60)] pt-[calc(var(--u)*92)]">
        <h2 className="max-w-[calc(var(--u)*420)] text-[calc(var(--u)*56)] leading-snug text-black">{w[season]}</h2>
        <p className="mt-[calc(var(--u)*16)] text-[calc(var(--u)*30)] font-bold text-[#5b5348]">{w.here}</p>
      </div>
      <ul className="absolute inset-x-[calc(var(--u)*60)] bottom-0 grid grid-cols-3 items-end gap-[calc(var(--u)*24)] pr-[calc(var(--u)*0)]">
        {goods.map((product) => (
          <li key={product.product_id} className="grid justify-items-center">
            {product.picture_id && (
              <img
                src={pictureUrl(product.picture_id) ?? ''}
                alt=""
                className="size-[calc(var(--u)*210)] object-contain object-bottom drop-shadow-[0_6px_6px_rgb(31_27_22/0.18)]"
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
