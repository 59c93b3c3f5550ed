import { dark, edge, light } from './brush.ts'
import { fold } from './fold.ts'
import { box, circle, line, shape, slab, turned } from './forms.ts'
import type { Motif } from './motif.ts'

export const towels: Motif = {
  palette: 'asagi',
  paint: (b, { main, accent }) => {
    const tones = [accent, main, light(main, 0.5), dark(main, 0.12)]
    return (
      b.contact(320, 540, 200) +
      [3, 2, 1, 0].map((i) => fold(b, 140 + i * 3, 214 + i * 82, 360 - i * 2, 80, tones[i] ?? main)).join('') +
      [0, 1, 2, 3]
        .map((i) =>
          line(`M452 ${222 + i * 82}q6 32 0 64M466 ${222 + i * 82}q6 32 0 64`, dark(tones[i] ?? main, 0.18), 3, 0.5),
        )
        .join('') +
      box(392, 286, 34, 22, 3, '#FBF6EC', ` stroke="${edge(accent)}" stroke-width="1.6"`)
    )
  },
}

export const futonCover: Motif = {
  palette: 'mizu',
  paint: (b, { main, accent }) => {
    const top = 'M116 330Q110 250 180 240H470Q536 248 530 330Q536 400 516 420H130Q108 400 116 330Z'
    const check = b.pattern(
      36,
      36,
      `<path d="M0 9H36M9 0V36" stroke="${accent}" stroke-width="5" opacity=".28"/><path d="M0 27H36M27 0V36" stroke="${accent}" stroke-width="1.6" opacity=".4"/>`,
    )
    const layer = (y: number, c: string) => fold(b, 118, y, 404, 70, c)
    return (
      b.contact(322, 546, 220) +
      layer(472, light(main, 0.4)) +
      layer(404, main) +
      b.cast(top, 4, 10, 8, 0.16) +
      shape(top, b.lit(main), edge(main), 3) +
      shape(top, check) +
      shape(
        'M116 330Q110 250 180 240H300Q220 300 250 420H130Q108 400 116 330Z',
        b.lit(light(main, 0.55), 0.6),
        edge(main),
        2.4,
      ) +
      line('M250 420C236 350 250 290 300 242', edge(main), 3) +
      line('M330 262C380 300 420 330 500 350M340 400C400 380 440 384 504 396', dark(main, 0.2), 3, 0.4) +
      shape(
        'M170 214Q168 150 230 152H416Q476 152 470 214Q474 250 440 252H200Q166 250 170 214Z',
        b.lit(light(main, 0.6)),
        edge(main),
        3,
      ) +
      line('M206 172Q230 190 224 226M438 176Q412 192 420 230', dark(main, 0.16), 3, 0.6) +
      line('M192 236Q320 250 452 236', accent, 4, 0.5)
    )
  },
}

export const tenugui: Motif = {
  palette: 'ai',
  paint: (b, { main, accent }) => {
    const wave = [14, 10.5, 7, 3.5]
      .map(
        (r) =>
          `<circle cx="16" cy="16" r="${r}" fill="${r % 7 ? '#FBF8F0' : main}" stroke="${main}" stroke-width="1.8"/>`,
      )
      .join('')
    const scales = b.pattern(
      32,
      16,
      `<g transform="translate(-16 -8)">${wave}</g><g transform="translate(16 -8)">${wave}</g><g>${wave}</g><g transform="translate(-16 8)">${wave}</g><g transform="translate(16 8)">${wave}</g>`,
    )
    const sheet = 'M200 104H440V560Q420 552 400 560T360 560T320 560T280 560T240 560T200 560Z'
    return (
      b.cast(sheet, 10, 12) +
      box(
        130,
        84,
        380,
        20,
        10,
        b.linear(
          [0, 0, 0, 1],
          [
            [0, '#D6AE7C'],
            [1, '#9A6F3E'],
          ],
        ),
      ) +
      circle(130, 94, 13, '#A87B48') +
      circle(510, 94, 13, '#A87B48') +
      shape(sheet, b.lit(accent)) +
      b.inside(sheet, box(190, 330, 260, 250, 0, scales) + circle(384, 206, 48, b.ball('#C2573F'))) +
      shape(
        sheet,
        b.linear(
          [0, 0, 1, 0.2],
          [
            [0, '#FFFFFF', 0.25],
            [0.3, '#4A3016', 0.02],
            [0.42, '#4A3016', 0.12],
            [0.5, '#FFFFFF', 0.12],
            [0.8, '#4A3016', 0.02],
            [1, '#4A3016', 0.14],
          ],
        ),
        edge(accent),
        2.4,
      )
    )
  },
}

export const cushion: Motif = {
  palette: 'matcha',
  paint: (b, { main, accent }) => {
    const d = 'M140 170Q320 200 500 170Q476 320 504 484Q320 456 136 484Q164 320 140 170Z'
    const hemp = b.pattern(
      56,
      97,
      `<g fill="none" stroke="${accent}" stroke-width="3" opacity=".75"><path d="M28 0V97M0 16L28 0L56 16V48.500L28 65L0 48.500ZM0 16L28 32L56 16M28 32V65M0 48.500L28 32L56 48.500M0 97V81L28 65L56 81V97M0 81L28 97L56 81"/></g>`,
    )
    return (
      b.contact(320, 486, 190, 22) +
      shape(d, b.lit(main), edge(main), 3) +
      b.inside(d, shape(d, hemp)) +
      shape(
        d,
        b.radial(0.38, 0.3, 0.8, [
          [0, '#FFFFFF', 0.3],
          [0.5, '#FFFFFF', 0],
          [1, '#4A3016', 0.24],
        ]),
      ) +
      [
        [140, 170],
        [500, 170],
        [504, 484],
        [136, 484],
      ]
        .map(([x = 0, y = 0]) => circle(x, y, 11, dark(main, 0.2)))
        .join('') +
      line('M170 190Q200 220 196 250M470 190Q440 216 446 250M168 464Q206 440 200 410', dark(main, 0.24), 4, 0.5)
    )
  },
}

export const blanket: Motif = {
  palette: 'nezu',
  paint: (b, { main, accent }) => {
    const roll = (cx: number) => circle(cx, 400, 118, b.ball(main), ` stroke="${edge(main)}" stroke-width="3"`)
    const spiral = 'M202 400m-92 0a92 92 0 1 0 92 -92a72 72 0 1 0 6 144a52 52 0 1 0 -4 -104a34 34 0 1 0 2 66'
    const body = 'M202 282H452A118 118 0 0 1 452 518H202Z'
    const stripe = b.pattern(84, 20, `<path d="M20 0V20M36 0V20" stroke="${accent}" stroke-width="9" opacity=".9"/>`)
    return (
      b.contact(330, 520, 220) +
      shape(
        body,
        b.linear(
          [0, 0, 0, 1],
          [
            [0, light(main, 0.4)],
            [0.4, main],
            [1, dark(main, 0.2)],
          ],
        ),
        edge(main),
        3,
      ) +
      shape(body, stripe) +
      roll(202) +
      line(spiral, dark(main, 0.25), 6, 0.6) +
      Array.from({ length: 11 }, (_, i) =>
        line(`M${556 + Math.sin(i) * 4} ${312 + i * 18}h26`, dark(main, 0.1), 4),
      ).join('') +
      box(356, 270, 44, 260, 6, b.lit('#B98B57')) +
      box(350, 384, 56, 40, 8, 'none', ' stroke="#8B6A3E" stroke-width="7"')
    )
  },
}

export const handkerchief: Motif = {
  palette: 'sakura',
  paint: (b, { main, accent, ink }) => {
    const d = slab(156, 176, 328, 328, 10)
    const dots = b.pattern(
      40,
      40,
      `<circle cx="10" cy="10" r="5" fill="${accent}"/><circle cx="30" cy="30" r="5" fill="${accent}"/>`,
    )
    return (
      b.cast(d, 8, 14, 10, 0.2) +
      turned(-4, 320, 340, shape(slab(166, 186, 328, 328, 10), b.lit(dark(main, 0.08)), edge(main), 2.4)) +
      shape(d, b.lit(main), edge(main), 2.6) +
      shape(d, dots) +
      shape(slab(174, 194, 292, 292, 6), 'none', accent, 5) +
      shape('M484 330V494Q484 504 474 504H310Z', b.lit(light(main, 0.4)), edge(main), 2.6) +
      line('M156 340H330', dark(main, 0.16), 2.4, 0.6) +
      line('M398 462q10 -22 24 0q-14 22 -24 0Z', ink, 4)
    )
  },
}
