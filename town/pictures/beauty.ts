import { dark, edge, light } from './brush.ts'
import { box, circle, ellipse, label, line, print, rules, shape, slab, symmetric, turned, wall } from './forms.ts'
import type { Motif } from './motif.ts'
import { metal, shine, silver } from './sheen.ts'

export const serum: Motif = {
  palette: 'hinoki',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric(
      [44, 286],
      [
        [50, 304, 108, 306, 112, 350],
        [112, 518],
        [112, 546, 98, 556, 80, 557],
      ],
      4,
    )
    return (
      b.contact(320, 558, 112) +
      shape('M284 116C280 72 302 56 320 56C338 56 360 72 356 116L352 190H288Z', b.round('#5A5650')) +
      box(270, 186, 100, 74, 8, metal(b)) +
      [0, 1, 2, 3, 4, 5, 6, 7].map((i) => line(`M${280 + i * 11.5} 194v58`, '#8E6F3C', 2, 0.45)).join('') +
      box(280, 258, 80, 32, 4, b.round(light(main, 0.2))) +
      shape(d, b.round(main), edge(main), 2.4) +
      b.inside(d, box(190, 392, 260, 180, 0, b.round(dark(main, 0.16)), ' opacity=".55"')) +
      box(310, 290, 20, 190, 10, '#FFFFFF', ' opacity=".28"') +
      label(b, 246, 372, 148, 124, paper) +
      print('雫', 320, 434, 54, ink, 600) +
      rules(320, 456, [84, 56], ink, 16, 4) +
      shine('M226 356V520', 10, 0.6)
    )
  },
}

export const toner: Motif = {
  palette: 'mizu',
  paint: (b, { main, ink }) => {
    const d = slab(222, 220, 196, 338, 30)
    return (
      b.contact(320, 560, 106) +
      box(262, 104, 116, 96, 10, silver(b)) +
      box(276, 196, 88, 28, 2, light(main, 0.4)) +
      shape(d, b.round(light(main, 0.2), 0.9), edge(main), 2.4) +
      b.inside(d, shape('M210 300Q270 288 320 300T430 296V570H210Z', b.round(main))) +
      print('綾と雪', 320, 400, 34, ink, 600, 6) +
      rules(320, 430, [100, 70], ink, 18, 3.5) +
      line('M256 470H384', ink, 2, 0.5) +
      shine('M242 252V520', 10, 0.75) +
      box(404, 252, 5, 270, 2, '#FFFFFF', ' opacity=".5"')
    )
  },
}

export const cream: Motif = {
  palette: 'sakura',
  paint: (b, { main, ink }) =>
    b.contact(290, 530, 178, 22) +
    shape(wall(284, 332, 492, 172, 36), b.round(light(main, 0.2)), edge(main), 2) +
    ellipse(284, 332, 172, 36, '#FFFDFA', ` stroke="${dark(main, 0.1)}" stroke-width="4"`) +
    ellipse(284, 334, 150, 28, '#F6EADF') +
    shape('M170 330Q214 276 268 300Q320 246 352 300Q392 304 398 332A150 28 0 0 1 170 334Z', b.ball('#FFF8EF')) +
    line('M250 312q24 -22 52 -2q22 8 34 -6', '#E4D3C2', 5, 0.8) +
    print('綾と雪', 284, 442, 32, ink, 600, 5) +
    shine('M134 370V470', 10, 0.6) +
    b.contact(500, 556, 104, 14) +
    turned(
      -58,
      486,
      444,
      ellipse(486, 470, 118, 40, '#96794A') +
        shape('M368 440V470A118 40 0 0 0 604 470V440Z', metal(b)) +
        ellipse(486, 440, 118, 40, b.lit('#E6CF9C'), ' stroke="#B99A63" stroke-width="2.4"'),
    ),
}

export const lipstick: Motif = {
  palette: 'shu',
  paint: (b, { main }) =>
    b.contact(250, 552, 76, 12) +
    b.contact(430, 552, 70, 12) +
    shape('M216 262V196Q216 150 292 122V262Z', b.round(main), dark(main, 0.25), 2) +
    shape('M216 196Q216 150 292 122Q282 176 216 206Z', light(main, 0.28)) +
    box(206, 258, 96, 90, 4, metal(b)) +
    box(190, 340, 128, 212, 8, b.round('#4B4640')) +
    box(190, 356, 128, 10, 0, metal(b)) +
    shine('M212 390V530', 8, 0.22) +
    box(372, 296, 122, 256, 8, b.round('#4B4640')) +
    box(372, 296, 122, 22, 8, b.lit('#6B655C')) +
    box(372, 528, 122, 10, 0, metal(b)) +
    shine('M394 340V510', 8, 0.22),
}

export const sunscreen: Motif = {
  palette: 'yamabuki',
  paint: (b, { main, ink }) => {
    const d = symmetric(
      [86, 214],
      [
        [112, 230, 116, 256, 114, 290],
        [104, 540],
        [102, 556, 92, 558, 80, 558],
      ],
      3,
    )
    return (
      b.contact(320, 560, 96, 13) +
      box(252, 100, 136, 116, 14, b.round('#FBF6EC')) +
      line('M258 190H382', '#D8CDBB', 2.4) +
      shape(d, b.round(light(main, 0.35)), edge(main), 2.2) +
      circle(320, 320, 46, b.ball(main)) +
      [...Array(12).keys()].map((i) => turned(i * 30, 320, 320, line('M320 258V244', main, 7))).join('') +
      print('UV', 320, 440, 50, ink, 800, 2) +
      rules(320, 468, [90, 60], ink, 18, 4) +
      shine('M228 300L240 520', 9, 0.7)
    )
  },
}

export const compact: Motif = {
  palette: 'sakura',
  paint: (b, { main }) =>
    b.contact(320, 548, 188, 20) +
    circle(320, 240, 164, b.lit('#D9BE88'), ' stroke="#A98750" stroke-width="3"') +
    circle(
      320,
      240,
      142,
      b.linear(
        [0, 0, 1, 1],
        [
          [0, '#F4F8F9'],
          [0.5, '#CFDCE1'],
          [1, '#E9F0F2'],
        ],
      ),
    ) +
    line('M240 210L310 140M250 260L370 140', '#FFFFFF', 10, 0.7) +
    box(292, 392, 56, 24, 6, metal(b)) +
    ellipse(320, 486, 186, 62, '#A98750') +
    ellipse(320, 470, 186, 62, b.lit('#E6CF9C'), ' stroke="#B99A63" stroke-width="3"') +
    ellipse(320, 470, 154, 48, dark(main, 0.06)) +
    ellipse(320, 472, 150, 45, b.lit(main)) +
    line('M214 476Q320 436 426 476', light(main, 0.6), 5, 0.7),
}

export const faceMask: Motif = {
  palette: 'asagi',
  paint: (b, { main, accent, ink }) => {
    const pack = (color: string) =>
      shape(slab(186, 108, 268, 424, 10), b.lit(color), edge(color), 2.4) +
      box(186, 108, 268, 42, 10, b.lit(dark(color, 0.06)))
    const face =
      'M320 210C392 210 416 268 410 330C404 396 366 440 320 440C274 440 236 396 230 330C224 268 248 210 320 210Z'
    return (
      b.contact(330, 548, 160, 16) +
      turned(9, 320, 400, `<g transform="translate(20 0)">${pack(dark(main, 0.1))}</g>`) +
      turned(
        -3,
        320,
        400,
        pack(main) +
          shape(face, b.lit('#FFFDF8'), dark(accent, 0.12), 2.4) +
          ellipse(284, 304, 22, 11, main) +
          ellipse(356, 304, 22, 11, main) +
          shape('M294 384Q320 370 346 384Q320 402 294 384Z', main) +
          line('M320 318v30q-8 10 4 12', dark(accent, 0.16), 3) +
          print('うるおい', 320, 490, 36, ink, 700, 4),
      )
    )
  },
}
