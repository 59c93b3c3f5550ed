import { dark, edge, light } from './brush.ts'
import { box, circle, ellipse, line, print, shape, slab, turned } from './forms.ts'
import type { Motif } from './motif.ts'

export const broom: Motif = {
  palette: 'hinoki',
  paint: (b, { main, accent }) =>
    turned(
      20,
      320,
      320,
      b.cast('M236 350H404L440 560H200Z', 12, 12) +
        box(308, 40, 24, 270, 12, b.round(main)) +
        shape('M272 300H368L404 380H236Z', b.lit('#A97F4B')) +
        line('M266 316H374M256 340H384M246 364H394', '#B93826', 5) +
        shape('M236 376H404C430 440 446 500 450 556Q320 592 190 556C194 500 210 440 236 376Z', b.lit('#D9B77F')) +
        [...Array(17).keys()]
          .map((i) =>
            line(
              `M${246 + i * 9.4} 384Q${232 + i * 11} 470 ${198 + i * 15.4} ${562 + Math.sin((i / 16) * Math.PI) * 12}`,
              i % 2 ? '#A97F4B' : light(accent, 0.1),
              3,
              0.6,
            ),
          )
          .join('') +
        line('M320 52C300 30 344 24 330 6', '#A97F4B', 5),
    ),
}

export const scrubBrush: Motif = {
  palette: 'kogecha',
  paint: (b, { main }) => {
    const d =
      'M140 380C140 280 220 236 320 236C420 236 500 280 500 380C500 480 420 510 320 510C220 510 140 480 140 380Z'
    const bristle = [...Array(110).keys()]
      .map((i) => {
        const a = i * 2.399
        const r = 30 + Math.sqrt(i / 110) * 130
        const x = 320 + Math.cos(a) * r * 1.12
        const y = 376 + Math.sin(a) * r * 0.84
        return line(
          `M${x.toFixed(0)} ${y.toFixed(0)}l${(Math.cos(a) * 22).toFixed(0)} ${(Math.sin(a) * 18 - 4).toFixed(0)}`,
          i % 3 ? dark(main, 0.3) : light(main, 0.3),
          3.6,
          0.75,
        )
      })
      .join('')
    return (
      b.contact(320, 520, 184, 20) +
      line('M320 240C300 180 330 130 320 110C312 92 340 84 346 104C352 130 330 180 342 240', '#B98B57', 8) +
      shape(d, b.ball(main)) +
      bristle +
      ellipse(320, 372, 96, 40, dark(main, 0.35), ' opacity=".35"') +
      line('M236 372Q320 350 404 372', '#C7A06B', 6, 0.8)
    )
  },
}

export const basket: Motif = {
  palette: 'hinoki',
  paint: (b, { main }) => {
    const d = 'M118 300H522L482 520Q480 540 456 540H184Q160 540 158 520Z'
    const weave = b.pattern(
      48,
      36,
      `<g fill="none"><path d="M0 9H26" stroke="${light(main, 0.3)}" stroke-width="14"/><path d="M24 27H50M-2 27H2" stroke="${light(main, 0.3)}" stroke-width="14"/><path d="M36 -2V20M12 16V38" stroke="${dark(main, 0.16)}" stroke-width="13"/></g>`,
    )
    return (
      b.contact(320, 544, 180) +
      line('M150 300C156 90 484 90 490 300', dark(main, 0.16), 20) +
      line('M150 300C156 90 484 90 490 300', light(main, 0.2), 6, 0.6) +
      shape(d, dark(main, 0.3)) +
      shape(d, weave) +
      shape(
        d,
        b.linear(
          [0, 0, 1, 0.4],
          [
            [0, '#FFFFFF', 0.2],
            [0.5, '#FFFFFF', 0],
            [1, '#4A3016', 0.3],
          ],
        ),
      ) +
      box(
        104,
        284,
        432,
        38,
        16,
        b.linear(
          [0, 0, 0, 1],
          [
            [0, light(main, 0.35)],
            [1, dark(main, 0.2)],
          ],
        ),
      ) +
      [...Array(17).keys()].map((i) => line(`M${120 + i * 25} 288l10 30`, dark(main, 0.3), 3, 0.5)).join('')
    )
  },
}

export const giftCard: Motif = {
  palette: 'hinoki',
  paint: (b, { main, accent, ink }) =>
    turned(
      -7,
      320,
      330,
      b.cast(slab(96, 190, 448, 282, 22), 10, 16) +
        shape(slab(96, 190, 448, 282, 22), b.lit(main)) +
        b.inside(
          slab(96, 190, 448, 282, 22),
          [0, 1, 2, 3].map((i) => line(`M96 ${372 + i * 30}H544`, dark(main, 0.22), 3, 0.5)).join('') +
            box(96, 362, 448, 120, 0, dark(main, 0.1), ' opacity=".4"'),
        ) +
        line('M270 306L320 264L370 306', accent, 12) +
        line('M284 306V344M356 306V344', accent, 12) +
        line('M256 354H384', accent, 12) +
        print('ギフトカード', 320, 430, 36, ink, 800, 4),
    ),
}

export const incense: Motif = {
  palette: 'nezu',
  paint: (b, { main, ink }) =>
    line('M386 250C366 210 410 180 388 140C370 106 404 84 396 54', '#CFC5B4', 7, 0.8) +
    line('M386 250L340 470', '#7C5A40', 7) +
    circle(386, 250, 6, '#C2573F') +
    b.contact(320, 536, 190, 16) +
    ellipse(320, 500, 190, 38, dark(main, 0.2)) +
    ellipse(320, 488, 190, 38, b.lit(main), ` stroke="${edge(main)}" stroke-width="2.4"`) +
    ellipse(320, 490, 150, 26, dark(main, 0.1)) +
    circle(340, 480, 17, b.ball(light(main, 0.3))) +
    turned(
      -16,
      200,
      440,
      box(150, 396, 150, 58, 5, b.lit('#F6F0E2'), ' stroke="#CDBFA5" stroke-width="2"') +
        box(150, 396, 34, 58, 5, ink) +
        print('香', 236, 436, 34, ink, 700),
    ),
}

export const magazine: Motif = {
  palette: 'matcha',
  paint: (b, { main, accent, ink }) =>
    turned(
      -5,
      320,
      330,
      b.cast(slab(164, 112, 312, 424, 4), 10, 14) +
        shape(slab(164, 112, 312, 424, 4), b.lit(accent), dark(accent, 0.16), 2.4) +
        box(164, 112, 18, 424, 3, dark(accent, 0.12)) +
        print('縁側', 328, 206, 72, ink, 800, 12) +
        b.inside(
          slab(204, 244, 248, 210, 4),
          box(204, 244, 248, 210, 0, light(main, 0.45)) +
            circle(400, 290, 30, '#FBE3A8') +
            shape('M190 400Q260 320 330 370T470 350V470H190Z', main) +
            shape('M190 430H470V470H190Z', '#C99F67'),
        ) +
        line('M210 484H380M210 504H330', ink, 5, 0.6),
    ),
}
