import { dark, edge, light } from './brush.ts'
import {
  blossom,
  box,
  circle,
  ellipse,
  label,
  leaf,
  line,
  print,
  rules,
  shape,
  slab,
  symmetric,
  turned,
} from './forms.ts'
import type { Motif } from './motif.ts'
import { shine } from './sheen.ts'

export const soapBottle: Motif = {
  palette: 'koke',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric(
      [54, 214],
      [
        [110, 226, 122, 250, 122, 290],
        [122, 520],
        [122, 546, 106, 556, 88, 557],
      ],
      4,
    )
    return (
      b.contact(320, 558, 122) +
      line('M320 118V196', '#DAD3C5', 16) +
      shape(
        'M222 92Q226 76 250 76H352Q366 76 366 92V116H290Q252 112 240 128Q222 122 222 92Z',
        b.lit('#F3EEE4'),
        '#CFC6B5',
        2.4,
      ) +
      box(274, 170, 92, 50, 8, b.round('#F3EEE4')) +
      shape(d, b.round(main), edge(main), 2.4) +
      label(b, 248, 316, 144, 170, paper) +
      leaf(300, 396, 64, -60, ink) +
      leaf(318, 400, 52, -112, light(ink, 0.25)) +
      rules(320, 430, [92, 92, 56], ink, 17, 4) +
      shine('M222 290V510', 11, 0.45)
    )
  },
}

export const soapBar: Motif = {
  palette: 'kinari',
  paint: (b, { main, ink }) => {
    const d = slab(150, 268, 340, 190, 62)
    return (
      b.contact(320, 540, 214, 20) +
      box(104, 470, 432, 40, 10, b.lit('#C99F67')) +
      [0, 1, 2, 3, 4, 5].map((i) => box(134 + i * 66, 470, 20, 40, 0, '#8B6A3E', ' opacity=".35"')).join('') +
      box(130, 506, 50, 28, 6, '#A97F4B') +
      box(460, 506, 50, 28, 6, '#A97F4B') +
      b.cast(d, 4, 10, 8, 0.18) +
      shape(d, b.lit(main), edge(main), 2.4) +
      shape(slab(176, 290, 288, 142, 46), b.lit(light(main, 0.4)), dark(main, 0.12), 3) +
      print('せっけん', 320, 376, 46, ink, 600, 4) +
      [
        [440, 250, 26],
        [484, 216, 16],
        [404, 220, 12],
      ]
        .map(
          ([x = 0, y = 0, r = 0]) =>
            circle(x, y, r, '#FFFFFF', ' opacity=".75" stroke="#D5DEE2" stroke-width="2"') +
            circle(x - r * 0.3, y - r * 0.3, r * 0.24, '#FFFFFF'),
        )
        .join('')
    )
  },
}

export const hairBrush: Motif = {
  palette: 'hinoki',
  paint: (b, { main }) => {
    const d =
      'M320 70C404 70 440 130 440 206C440 290 396 330 352 348C344 400 352 500 346 540Q320 572 294 540C288 500 296 400 288 348C244 330 200 290 200 206C200 130 236 70 320 70Z'
    return turned(
      24,
      320,
      320,
      b.cast(d, 10, 14) +
        shape(d, b.lit(main), edge(main), 3) +
        ellipse(320, 206, 92, 106, b.ball('#6B4A40')) +
        [...Array(7).keys()]
          .flatMap((r) => [...Array(7).keys()].map((c) => [254 + c * 22, 130 + r * 25] as const))
          .filter(([x, y]) => ((x - 320) / 80) ** 2 + ((y - 206) / 94) ** 2 < 1)
          .map(([x, y]) => circle(x, y, 5.5, '#E6CFA6'))
          .join('') +
        line('M312 400Q308 460 310 530', light(main, 0.6), 7, 0.6) +
        circle(320, 534, 8, dark(main, 0.4)),
    )
  },
}

export const bathSalt: Motif = {
  palette: 'fuji',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric(
      [104, 226],
      [
        [146, 244, 150, 270, 150, 300],
        [150, 506],
        [150, 540, 130, 552, 110, 554],
      ],
      5,
    )
    return (
      b.contact(320, 556, 146) +
      shape(d, b.round('#F1EEF3', 0.6), '#CBC4D3', 2.4) +
      b.inside(
        d,
        box(160, 300, 330, 270, 0, b.round(main)) +
          [...Array(60).keys()]
            .map((i) =>
              turned(
                (i * 37) % 90,
                180 + ((i * 71) % 280),
                300 + ((i * 43) % 250),
                box(
                  174 + ((i * 71) % 280),
                  294 + ((i * 43) % 250),
                  12,
                  12,
                  2,
                  i % 2 ? light(main, 0.5) : dark(main, 0.1),
                  ' opacity=".7"',
                ),
              ),
            )
            .join(''),
      ) +
      box(210, 196, 220, 36, 6, b.round('#E9E3EC')) +
      shape('M226 196Q222 120 250 116H390Q418 120 414 196Z', b.round('#C99F67')) +
      line('M240 140H398', '#A97F4B', 2.4, 0.6) +
      label(b, 246, 356, 148, 126, paper) +
      print('湯あそび', 320, 420, 33, ink, 700) +
      rules(320, 444, [90], ink, 16, 4) +
      shine('M192 300V500', 11, 0.55)
    )
  },
}

export const handCream: Motif = {
  palette: 'fuji',
  paint: (b, { main, accent, ink }) => {
    const d = 'M206 108H434L408 470H232Z'
    return (
      b.contact(320, 552, 92, 13) +
      shape(d, b.round(main), edge(main), 2.4) +
      box(200, 86, 240, 34, 4, b.lit(light(main, 0.2))) +
      [...Array(18).keys()].map((i) => line(`M${210 + i * 13} 92v22`, dark(main, 0.2), 2, 0.5)).join('') +
      box(240, 466, 160, 84, 10, b.round('#F3EEE4')) +
      line('M246 486H394M246 530H394', '#CFC6B5', 2.4) +
      blossom(320, 226, 52, accent) +
      print('ハンドクリーム', 320, 334, 22, ink, 700) +
      rules(320, 364, [110, 74], ink, 18, 4) +
      shine('M232 136L250 440', 10, 0.5)
    )
  },
}
