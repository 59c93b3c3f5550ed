import { type Brush, dark, edge, light } from './brush.ts'
import { box, circle, ellipse, grain, label, line, organicMark, print, rules, shape, symmetric } from './forms.ts'
import type { Motif } from './motif.ts'

/** A stand-up pouch: sealed top, soft sides. */
function pouch(b: Brush, top: number, bottom: number, half: number, color: string): string {
  const d = symmetric(
    [half - 6, top],
    [
      [half - 6, top + 60],
      [half - 12, top + 140, half + 6, bottom - 120, half + 8, bottom],
    ],
    8,
  )
  return (
    b.contact(320, bottom + 4, half + 6) +
    shape(d, b.round(color, 0.8)) +
    shape(
      d,
      b.linear(
        [0, 0, 0, 1],
        [
          [0, '#FFFFFF', 0.12],
          [0.5, '#FFFFFF', 0],
          [1, '#4A3016', 0.16],
        ],
      ),
    ) +
    box(320 - half + 2, top - 4, half * 2 - 4, 46, 5, b.lit(dark(color, 0.06))) +
    line(
      `M${320 - half + 8} ${top + 14}h${half * 2 - 16}M${320 - half + 8} ${top + 28}h${half * 2 - 16}`,
      dark(color, 0.22),
      2.2,
      0.5,
    ) +
    line(
      `M${320 - half + 14} ${top + 66}q14 90 -4 ${bottom - top - 130}M${320 + half - 14} ${top + 66}q-12 100 6 ${bottom - top - 150}`,
      dark(color, 0.2),
      4,
      0.4,
    )
  )
}

/** A rice bag tied at the neck, with the grain's character. */
function riceBag(b: Brush, cx: number, top: number, bottom: number, half: number, tie: string, paper: string): string {
  const d = symmetric(
    [half * 0.84, top + 6],
    [
      [half * 0.6, top + 40, half * 0.62, top + 44, half * 0.62, top + 52],
      [half * 1.02, top + 86, half * 1.04, top + 120, half, bottom - 70],
      [half * 1.02, bottom - 30, half * 0.98, bottom - 6, half * 0.9, bottom],
    ],
    8,
    6,
    cx,
  )
  return (
    shape(d, b.round(paper, 0.75), dark(paper, 0.16), 2.6) +
    line(`M${cx - half * 0.62} ${top + 50}Q${cx} ${top + 62} ${cx + half * 0.62} ${top + 50}`, tie, 11) +
    line(
      `M${cx - half * 0.5} ${top + 18}l6 22M${cx} ${top + 18}v26M${cx + half * 0.5} ${top + 18}l-6 22`,
      dark(paper, 0.2),
      3,
      0.5,
    ) +
    line(
      `M${cx - half * 0.8} ${top + 130}q10 60 2 120M${cx + half * 0.82} ${top + 150}q-10 60 0 110`,
      dark(paper, 0.2),
      3,
      0.45,
    ) +
    print('米', cx, top + 190, half * 0.62, '#36322D', 800) +
    box(cx - half * 0.24, top + 216, half * 0.48, half * 0.48, 4, '#B93826') +
    print('穂', cx, top + 216 + half * 0.38, half * 0.36, '#FBF6EC')
  )
}

export const oats: Motif = {
  palette: 'kraft',
  paint: (b, { main, paper }) =>
    pouch(b, 96, 556, 136, main) +
    label(b, 226, 246, 188, 216, paper) +
    grain(320, 430, 150, '#A97A3F') +
    rules(320, 444, [96], '#A97A3F') +
    organicMark(412, 250, 38),
}

export const granola: Motif = {
  palette: 'yuki',
  paint: (b, { main, ink }) =>
    pouch(b, 96, 556, 140, main) +
    print('グラノーラ', 320, 226, 38, ink) +
    shape('M214 300Q320 270 426 300V446Q426 470 402 470H238Q214 470 214 446Z', b.lit('#D8B483')) +
    b.inside(
      'M214 300Q320 270 426 300V446Q426 470 402 470H238Q214 470 214 446Z',
      [...Array(34).keys()]
        .map((i) =>
          ellipse(
            226 + ((i * 67) % 190),
            296 + ((i * 41) % 168),
            12 + (i % 3) * 3,
            8 + (i % 2) * 3,
            ['#E8CFA0', '#B98A4F', '#8E4B4A', '#F3E4C8'][i % 4] ?? '#E8CFA0',
            ` transform="rotate(${i * 37} ${226 + ((i * 67) % 190)} ${296 + ((i * 41) % 168)})"`,
          ),
        )
        .join(''),
    ) +
    rules(320, 504, [120, 80], ink, 16, 4),
}

export const coffeeBeans: Motif = {
  palette: 'sumi',
  paint: (b, { main, accent, paper }) =>
    pouch(b, 100, 556, 128, main) +
    circle(320, 196, 12, dark(main, 0.4)) +
    circle(320, 196, 5, light(main, 0.2)) +
    label(b, 232, 250, 176, 214, paper) +
    [
      [290, 330, -24],
      [348, 340, 20],
      [318, 384, -6],
    ]
      .map(
        ([x = 0, y = 0, a = 0]) =>
          `<g transform="rotate(${a} ${x} ${y})">${ellipse(x, y, 26, 34, b.ball('#7C5A40'))}${line(`M${x} ${y - 30}q-10 16 0 30t0 30`, '#4A3220', 4)}</g>`,
      )
      .join('') +
    rules(320, 436, [90], accent),
}

export const rice: Motif = {
  palette: 'kinari',
  paint: (b, { main, accent }) => b.contact(320, 556, 166) + riceBag(b, 320, 110, 552, 160, accent, main),
}

export const riceSet: Motif = {
  palette: 'kinari',
  paint: (b, { main }) =>
    b.contact(160, 530, 104) +
    b.contact(480, 530, 104) +
    riceBag(b, 162, 190, 528, 104, '#C2573F', dark(main, 0.05)) +
    riceBag(b, 478, 190, 528, 104, '#74875A', dark(main, 0.05)) +
    b.contact(320, 558, 118) +
    riceBag(b, 320, 196, 556, 112, '#3F628C', light(main, 0.3)),
}

export const snack: Motif = {
  palette: 'yamabuki',
  paint: (b, { main, accent, ink }) => {
    const d = 'M182 128Q320 112 458 128Q470 320 462 540Q320 560 178 540Q170 320 182 128Z'
    const crimp = (y: number) =>
      [...Array(19).keys()].map((i) => line(`M${192 + i * 14.3} ${y}v22`, dark(main, 0.25), 2.4, 0.5)).join('')
    return (
      b.contact(320, 552, 144) +
      shape(d, b.round(main, 0.9), edge(main), 2.4) +
      crimp(134) +
      crimp(512) +
      circle(320, 260, 92, accent) +
      print('せんべい', 320, 274, 40, ink, 800) +
      [
        [268, 420, 44],
        [350, 404, 50],
        [402, 452, 40],
        [320, 462, 42],
      ]
        .map(
          ([x = 0, y = 0, r = 0]) =>
            circle(x, y, r, b.ball('#C98F4E')) +
            line(`M${x - r * 0.4} ${y - r * 0.2}q8 6 16 0M${x} ${y + r * 0.3}q8 6 16 0`, '#8F5F2C', 3, 0.6),
        )
        .join('') +
      shape('M206 150Q200 330 206 520', 'none', light(main, 0.7), 10) +
      line('M436 170Q424 240 438 300', dark(main, 0.25), 4, 0.4)
    )
  },
}

export const paperBag: Motif = {
  palette: 'kraft',
  paint: (b, { main }) =>
    line('M262 232C256 96 384 96 378 232', '#9A734A', 12) +
    b.contact(320, 552, 156) +
    shape('M186 226H454L478 552H162Z', b.lit(light(main, 0.35)), edge(main), 2.6) +
    shape('M186 226H454L457 268H183Z', dark(main, 0.1)) +
    shape(
      'M420 268L454 268L478 552L436 552Z',
      b.linear(
        [0, 0, 1, 0],
        [
          [0, '#7A5730', 0.2],
          [1, '#7A5730', 0.06],
        ],
      ),
    ) +
    line('M270 232C266 120 374 120 370 232', '#B98B57', 12) +
    rules(316, 376, [110, 110, 110, 70], '#83582B', 24, 7),
}
