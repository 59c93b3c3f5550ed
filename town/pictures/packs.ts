import { dark, edge, light } from './brush.ts'
import { box, circle, column, ellipse, label, leaf, line, print, rules, shape, slab, symmetric } from './forms.ts'
import type { Motif } from './motif.ts'

export const refill: Motif = {
  palette: 'mizu',
  paint: (b, { main, accent, paper, ink }) => {
    const d = 'M196 132L352 132L392 96L452 96L452 170Q464 330 462 548Q320 564 178 548Q176 330 196 132Z'
    return (
      b.contact(320, 556, 146) +
      shape(d, b.round(main, 0.9), edge(main), 2.6) +
      line('M356 138L402 170L448 170', dark(main, 0.2), 3, 0.6) +
      shape('M392 96H452V124H392Z', b.lit(light(main, 0.5)), edge(main), 2) +
      line('M398 112H446', '#C2573F', 3.5, 0.8) +
      label(b, 222, 226, 196, 150, paper) +
      print('つめかえ', 320, 284, 36, ink, 800) +
      leaf(288, 340, 70, -14, accent) +
      rules(320, 424, [140, 140, 90], ink, 22, 5) +
      line('M206 170Q194 340 200 530', light(main, 0.8), 10, 0.8)
    )
  },
}

export const washerCleaner: Motif = {
  palette: 'mizu',
  paint: (b, { main, accent, ink }) => {
    const d = symmetric([118, 150], [[124, 300, 124, 450, 126, 552]], 6)
    return (
      b.contact(320, 558, 130) +
      shape(d, b.round(light(main, 0.5), 0.8), edge(main), 2.4) +
      box(198, 108, 244, 56, 6, b.lit(dark(main, 0.1))) +
      line('M206 126H434M206 144H434', dark(main, 0.3), 2.4, 0.5) +
      circle(320, 330, 92, accent) +
      circle(320, 330, 78, '#F3F8FB') +
      b.inside(
        'M242 330a78 78 0 1 0 156 0a78 78 0 1 0 -156 0Z',
        shape('M230 350q24 -26 48 0t48 0t48 0t48 0V430H230Z', light(accent, 0.25)) +
          circle(292, 306, 10, light(accent, 0.6)) +
          circle(346, 290, 14, light(accent, 0.6)) +
          circle(322, 322, 7, light(accent, 0.6)),
      ) +
      print('洗濯槽', 320, 214, 36, ink, 800) +
      rules(320, 462, [130, 90], ink, 22, 6) +
      line('M216 190V530', '#FFFFFF', 10, 0.8)
    )
  },
}

export const detergent: Motif = {
  palette: 'koke',
  paint: (b, { main, accent, paper, ink }) => {
    const body =
      'M200 250C200 220 220 206 250 200L262 160H356L372 200C470 204 486 260 484 330L480 520Q478 552 448 552H232Q202 552 200 520Z'
    return (
      b.contact(342, 556, 150) +
      shape(body, b.round(light(main, 0.1)), edge(main), 2.6) +
      shape(
        'M392 262Q446 258 446 320V396Q446 420 424 420Q404 420 404 396V330Q404 312 392 300Z',
        '#F3F0EA',
        edge(main),
        3,
      ) +
      box(250, 96, 118, 70, 10, b.round(accent)) +
      [...Array(8).keys()].map((i) => line(`M${262 + i * 13.5} 104v54`, dark(accent, 0.25), 2.4, 0.5)).join('') +
      label(b, 222, 296, 158, 210, paper) +
      leaf(276, 400, 76, -50, main) +
      leaf(300, 402, 60, -110, light(main, 0.25)) +
      print('洗たく液', 301, 448, 32, ink, 800) +
      rules(301, 474, [90], ink)
    )
  },
}

export const soyMilk: Motif = {
  palette: 'matcha',
  paint: (b, { main, accent, ink }) => {
    const front = 'M206 236H390V556H206Z'
    const side = 'M390 236L446 214V538L390 556Z'
    return (
      b.contact(326, 556, 136, 14) +
      shape(front, b.lit('#F7F1E2')) +
      shape(
        side,
        b.linear(
          [0, 0, 1, 0],
          [
            [0, '#DDD3BE'],
            [1, '#CFC3AB'],
          ],
        ),
      ) +
      b.inside(front, shape('M206 400Q260 372 300 400T390 396V560H206Z', b.lit(dark(main, 0.1)))) +
      b.inside(side, shape('M390 396Q418 376 446 384V540L390 560Z', dark(main, 0.32))) +
      shape('M206 236L234 148H400L390 236Z', b.lit('#EFE7D4')) +
      shape('M390 236L400 148L446 214Z', '#D3C8B0') +
      box(230, 108, 174, 44, 4, b.lit('#E6DCC6')) +
      line('M236 124H398', '#C7B99C', 2.4) +
      line('M206 236H390L446 214', '#C7B99C', 2.4) +
      print('豆乳', 298, 336, 62, ink, 800, 2) +
      [
        [262, 462],
        [318, 452],
        [286, 506],
        [346, 500],
      ]
        .map(
          ([x = 0, y = 0], i) =>
            ellipse(x, y, 28, 22, b.ball('#EBD9AE'), ` transform="rotate(${i * 28 - 20} ${x} ${y})"`) +
            line(`M${x - 6} ${y - 4}q6 -6 12 0`, '#B99C5E', 3),
        )
        .join('') +
      line('M216 246V540', accent, 6, 0.8)
    )
  },
}

export const dashi: Motif = {
  palette: 'hinoki',
  paint: (b, { main, ink, paper }) => {
    const d = slab(190, 110, 260, 444, 8)
    return (
      b.contact(320, 556, 138) +
      shape(d, b.round('#F3ECDD', 0.7), dark(paper, 0.16), 2.4) +
      box(190, 110, 260, 92, 8, b.lit(ink)) +
      box(284, 160, 72, 236, 4, b.lit(main)) +
      column('だし', 320, 236, 54, '#FFFDF8') +
      column('合わせ', 320, 330, 22, '#FFFDF8') +
      shape(
        'M214 470C250 430 300 430 340 462L372 440Q366 470 372 500L340 482C300 510 250 508 214 470Z',
        b.lit('#8A93A0'),
      ) +
      circle(244, 462, 5, '#36322D') +
      line('M276 450q-8 20 0 38', '#69717D', 3) +
      rules(400, 230, [56, 56, 40], ink, 18, 4) +
      rules(240, 230, [56, 40], ink, 18, 4)
    )
  },
}

export const nori: Motif = {
  palette: 'koke',
  paint: (b, { ink, accent }) => {
    const sheet = (a: number, x: number) =>
      `<g transform="rotate(${a} 320 360)">${shape(slab(200 + x, 160, 230, 330, 4), b.lit('#34402F'), '#232B20', 2)}${shape(slab(200 + x, 160, 230, 330, 4), b.pattern(22, 18, '<path d="M2 4h9M12 12h8M5 15h5" stroke="#6E7F5C" stroke-width="2" opacity=".5"/>'))}</g>`
    return (
      b.contact(320, 552, 170) +
      sheet(9, 60) +
      sheet(3, 20) +
      shape(slab(168, 210, 280, 340, 8), b.round(accent, 0.6), dark(accent, 0.16), 2.4) +
      box(168, 300, 280, 160, 0, b.lit(ink)) +
      print('焼のり', 308, 398, 58, '#FBF6EC', 800, 4) +
      rules(308, 492, [150, 100], ink, 20, 5) +
      box(168, 210, 280, 44, 8, b.lit(dark(accent, 0.06)))
    )
  },
}

export const noodles: Motif = {
  palette: 'mizu',
  paint: (b, { accent, ink, paper }) => {
    const strands = [...Array(15).keys()]
      .map((i) => line(`M${190 + i * 18.5} 126V548`, i % 3 === 1 ? '#E4DAC4' : '#F8F2E4', 15))
      .join('')
    return (
      b.contact(320, 554, 154) +
      b.cast(slab(182, 118, 276, 436, 6), 6, 10, 8, 0.16) +
      strands +
      box(176, 246, 288, 196, 4, b.lit(light(accent, 0.1))) +
      box(276, 216, 88, 250, 4, b.lit(paper), ` stroke="${dark(paper, 0.14)}" stroke-width="2"`) +
      column('そうめん', 320, 278, 48, ink) +
      line('M176 262H276M364 262H464M176 426H276M364 426H464', '#FBF6EC', 3, 0.8)
    )
  },
}
