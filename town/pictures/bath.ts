import { type Brush, dark, light } from './brush.ts'
import { blossom, box, circle, ellipse, label, leaf, line, print, rules, shape, slab, symmetric, turned, wall } from './forms.ts'
import type { Motif } from './motif.ts'

const edge = (color: string) => dark(color, 0.2)
const metal = (b: Brush) => b.linear([0, 0, 1, 0], [[0, '#B99A63'], [0.25, '#F3E3BE'], [0.6, '#CDAE76'], [1, '#8E6F3C']])
const silver = (b: Brush) => b.linear([0, 0, 1, 0], [[0, '#B7B9BA'], [0.25, '#FAFAF8'], [0.6, '#CFD1D1'], [1, '#8D9091']])
const shine = (d: string, width = 9, opacity = 0.55) => line(d, '#FFFFFF', width, opacity)

export const soapBottle: Motif = {
  palette: 'koke',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric([54, 214], [[110, 226, 122, 250, 122, 290], [122, 520], [122, 546, 106, 556, 88, 557]], 4)
    return b.contact(320, 558, 122) + line('M320 118V196', '#DAD3C5', 16) + shape('M222 92Q226 76 250 76H352Q366 76 366 92V116H290Q252 112 240 128Q222 122 222 92Z', b.lit('#F3EEE4'), '#CFC6B5', 2.4) + box(274, 170, 92, 50, 8, b.round('#F3EEE4')) + shape(d, b.round(main), edge(main), 2.4) + label(b, 248, 316, 144, 170, paper) + leaf(300, 396, 64, -60, ink) + leaf(318, 400, 52, -112, light(ink, 0.25)) + rules(320, 430, [92, 92, 56], ink, 17, 4) + shine('M222 290V510', 11, 0.45)
  },
}

export const serum: Motif = {
  palette: 'hinoki',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric([44, 286], [[50, 304, 108, 306, 112, 350], [112, 518], [112, 546, 98, 556, 80, 557]], 4)
    return b.contact(320, 558, 112) + shape('M284 116C280 72 302 56 320 56C338 56 360 72 356 116L352 190H288Z', b.round('#5A5650')) + box(270, 186, 100, 74, 8, metal(b)) + [0, 1, 2, 3, 4, 5, 6, 7].map((i) => line(`M${280 + i * 11.5} 194v58`, '#8E6F3C', 2, 0.45)).join('') + box(280, 258, 80, 32, 4, b.round(light(main, 0.2))) + shape(d, b.round(main), edge(main), 2.4) + b.inside(d, box(190, 392, 260, 180, 0, b.round(dark(main, 0.16)), ' opacity=".55"')) + box(310, 290, 20, 190, 10, '#FFFFFF', ' opacity=".28"') +
      label(b, 246, 372, 148, 124, paper) + print('雫', 320, 434, 54, ink, 600) + rules(320, 456, [84, 56], ink, 16, 4) + shine('M226 356V520', 10, 0.6)
  },
}

export const toner: Motif = {
  palette: 'mizu',
  paint: (b, { main, ink }) => {
    const d = slab(222, 220, 196, 338, 30)
    return b.contact(320, 560, 106) + box(262, 104, 116, 96, 10, silver(b)) + box(276, 196, 88, 28, 2, light(main, 0.4)) + shape(d, b.round(light(main, 0.2), 0.9), edge(main), 2.4) + b.inside(d, shape('M210 300Q270 288 320 300T430 296V570H210Z', b.round(main))) + print('綾と雪', 320, 400, 34, ink, 600, 6) + rules(320, 430, [100, 70], ink, 18, 3.5) + line('M256 470H384', ink, 2, 0.5) + shine('M242 252V520', 10, 0.75) + box(404, 252, 5, 270, 2, '#FFFFFF', ' opacity=".5"')
  },
}

export const cream: Motif = {
  palette: 'sakura',
  paint: (b, { main, ink }) =>
    b.contact(290, 530, 178, 22) + shape(wall(284, 332, 492, 172, 36), b.round(light(main, 0.2)), edge(main), 2) + ellipse(284, 332, 172, 36, '#FFFDFA', ` stroke="${dark(main, 0.1)}" stroke-width="4"`) + ellipse(284, 334, 150, 28, '#F6EADF') + shape('M170 330Q214 276 268 300Q320 246 352 300Q392 304 398 332A150 28 0 0 1 170 334Z', b.ball('#FFF8EF')) + line('M250 312q24 -22 52 -2q22 8 34 -6', '#E4D3C2', 5, 0.8) + print('綾と雪', 284, 442, 32, ink, 600, 5) + shine('M134 370V470', 10, 0.6) +
    b.contact(500, 556, 104, 14) + turned(-58, 486, 444, ellipse(486, 470, 118, 40, '#96794A') + shape('M368 440V470A118 40 0 0 0 604 470V440Z', metal(b)) + ellipse(486, 440, 118, 40, b.lit('#E6CF9C'), ' stroke="#B99A63" stroke-width="2.4"')),
}

export const lipstick: Motif = {
  palette: 'shu',
  paint: (b, { main }) =>
    b.contact(250, 552, 76, 12) + b.contact(430, 552, 70, 12) + shape('M216 262V196Q216 150 292 122V262Z', b.round(main), dark(main, 0.25), 2) + shape('M216 196Q216 150 292 122Q282 176 216 206Z', light(main, 0.28)) + box(206, 258, 96, 90, 4, metal(b)) + box(190, 340, 128, 212, 8, b.round('#4B4640')) + box(190, 356, 128, 10, 0, metal(b)) + shine('M212 390V530', 8, 0.22) +
    box(372, 296, 122, 256, 8, b.round('#4B4640')) + box(372, 296, 122, 22, 8, b.lit('#6B655C')) + box(372, 528, 122, 10, 0, metal(b)) + shine('M394 340V510', 8, 0.22),
}

export const handCream: Motif = {
  palette: 'fuji',
  paint: (b, { main, accent, ink }) => {
    const d = 'M206 108H434L408 470H232Z'
    return b.contact(320, 552, 92, 13) + shape(d, b.round(main), edge(main), 2.4) + box(200, 86, 240, 34, 4, b.lit(light(main, 0.2))) + [...Array(18).keys()].map((i) => line(`M${210 + i * 13} 92v22`, dark(main, 0.2), 2, 0.5)).join('') + box(240, 466, 160, 84, 10, b.round('#F3EEE4')) + line('M246 486H394M246 530H394', '#CFC6B5', 2.4) + blossom(320, 226, 52, accent) + print('ハンドクリーム', 320, 336, 27, ink, 700) + rules(320, 364, [110, 74], ink, 18, 4) + shine('M232 136L250 440', 10, 0.5)
  },
}

export const sunscreen: Motif = {
  palette: 'yamabuki',
  paint: (b, { main, ink }) => {
    const d = symmetric([86, 214], [[112, 230, 116, 256, 114, 290], [104, 540], [102, 556, 92, 558, 80, 558]], 3)
    return b.contact(320, 560, 96, 13) + box(252, 100, 136, 116, 14, b.round('#FBF6EC')) + line('M258 190H382', '#D8CDBB', 2.4) + shape(d, b.round(light(main, 0.35)), edge(main), 2.2) + circle(320, 320, 46, b.ball(main)) + [...Array(12).keys()].map((i) => turned(i * 30, 320, 320, line('M320 258V244', main, 7))).join('') + print('UV', 320, 440, 50, ink, 800, 2) + rules(320, 468, [90, 60], ink, 18, 4) + shine('M228 300L240 520', 9, 0.7)
  },
}

export const soapBar: Motif = {
  palette: 'kinari',
  paint: (b, { main, ink }) => {
    const d = slab(150, 268, 340, 190, 62)
    return b.contact(320, 540, 214, 20) + box(104, 470, 432, 40, 10, b.lit('#C99F67')) + [0, 1, 2, 3, 4, 5].map((i) => box(134 + i * 66, 470, 20, 40, 0, '#8B6A3E', ' opacity=".35"')).join('') + box(130, 506, 50, 28, 6, '#A97F4B') + box(460, 506, 50, 28, 6, '#A97F4B') + b.cast(d, 4, 10, 8, 0.18) + shape(d, b.lit(main), edge(main), 2.4) + shape(slab(176, 290, 288, 142, 46), b.lit(light(main, 0.4)), dark(main, 0.12), 3) + print('せっけん', 320, 376, 46, ink, 600, 4) + [[440, 250, 26], [484, 216, 16], [404, 220, 12]].map(([x = 0, y = 0, r = 0]) => circle(x, y, r, '#FFFFFF', ' opacity=".75" stroke="#D5DEE2" stroke-width="2"') + circle(x - r * 0.3, y - r * 0.3, r * 0.24, '#FFFFFF')).join('')
  },
}

export const compact: Motif = {
  palette: 'sakura',
  paint: (b, { main }) =>
    b.contact(320, 548, 188, 20) + circle(320, 240, 164, b.lit('#D9BE88'), ' stroke="#A98750" stroke-width="3"') + circle(320, 240, 142, b.linear([0, 0, 1, 1], [[0, '#F4F8F9'], [0.5, '#CFDCE1'], [1, '#E9F0F2']])) + line('M240 210L310 140M250 260L370 140', '#FFFFFF', 10, 0.7) + box(292, 392, 56, 24, 6, metal(b)) + ellipse(320, 486, 186, 62, '#A98750') + ellipse(320, 470, 186, 62, b.lit('#E6CF9C'), ' stroke="#B99A63" stroke-width="3"') + ellipse(320, 470, 154, 48, dark(main, 0.06)) + ellipse(320, 472, 150, 45, b.lit(main)) + line('M214 476Q320 436 426 476', light(main, 0.6), 5, 0.7),
}

export const faceMask: Motif = {
  palette: 'asagi',
  paint: (b, { main, accent, ink }) => {
    const pack = (color: string) => shape(slab(186, 108, 268, 424, 10), b.lit(color), edge(color), 2.4) + box(186, 108, 268, 42, 10, b.lit(dark(color, 0.06)))
    const face = 'M320 210C392 210 416 268 410 330C404 396 366 440 320 440C274 440 236 396 230 330C224 268 248 210 320 210Z'
    return b.contact(330, 548, 160, 16) + turned(9, 320, 400, `<g transform="translate(20 0)">${pack(dark(main, 0.1))}</g>`) + turned(-3, 320, 400, pack(main) + shape(face, b.lit('#FFFDF8'), dark(accent, 0.12), 2.4) + ellipse(284, 304, 22, 11, main) + ellipse(356, 304, 22, 11, main) + shape('M294 384Q320 370 346 384Q320 402 294 384Z', main) + line('M320 318v30q-8 10 4 12', dark(accent, 0.16), 3) + print('うるおい', 320, 490, 36, ink, 700, 4))
  },
}

export const hairBrush: Motif = {
  palette: 'hinoki',
  paint: (b, { main }) => {
    const d = 'M320 70C404 70 440 130 440 206C440 290 396 330 352 348C344 400 352 500 346 540Q320 572 294 540C288 500 296 400 288 348C244 330 200 290 200 206C200 130 236 70 320 70Z'
    return turned(24, 320, 320, b.cast(d, 10, 14) + shape(d, b.lit(main), edge(main), 3) + ellipse(320, 206, 92, 106, b.ball('#6B4A40')) + [...Array(7).keys()].flatMap((r) => [...Array(7).keys()].map((c) => [254 + c * 22, 130 + r * 25] as const)).filter(([x, y]) => ((x - 320) / 80) ** 2 + ((y - 206) / 94) ** 2 < 1).map(([x, y]) => circle(x, y, 5.5, '#E6CFA6')).join('') + line('M312 400Q308 460 310 530', light(main, 0.6), 7, 0.6) + circle(320, 534, 8, dark(main, 0.4)))
  },
}

export const bathSalt: Motif = {
  palette: 'fuji',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric([104, 226], [[146, 244, 150, 270, 150, 300], [150, 506], [150, 540, 130, 552, 110, 554]], 5)
    return b.contact(320, 556, 146) + shape(d, b.round('#F1EEF3', 0.6), '#CBC4D3', 2.4) + b.inside(d, box(160, 300, 330, 270, 0, b.round(main)) + [...Array(60).keys()].map((i) => turned((i * 37) % 90, 180 + ((i * 71) % 280), 300 + ((i * 43) % 250), box(174 + ((i * 71) % 280), 294 + ((i * 43) % 250), 12, 12, 2, i % 2 ? light(main, 0.5) : dark(main, 0.1), ' opacity=".7"'))).join('')) + box(210, 196, 220, 36, 6, b.round('#E9E3EC')) + shape('M226 196Q222 120 250 116H390Q418 120 414 196Z', b.round('#C99F67')) + line('M240 140H398', '#A97F4B', 2.4, 0.6) + label(b, 246, 356, 148, 126, paper) + print('湯あそび', 320, 420, 33, ink, 700) + rules(320, 444, [90], ink, 16, 4) + shine('M192 300V500', 11, 0.55)
  },
}
