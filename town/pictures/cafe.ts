import { dark, edge, light } from './brush.ts'
import { blossom, box, circle, ellipse, label, leaf, line, rules, shape, slab, steam, symmetric } from './forms.ts'
import type { Motif } from './motif.ts'
import { plate } from './plate.ts'

export const latte: Motif = {
  palette: 'kogecha',
  paint: (b, { main, accent }) => {
    const cup = 'M204 214L232 536Q236 552 256 554H384Q404 552 408 536L436 214Z'
    const sleeve = 'M214 310L230 460H410L426 310Z'
    return (
      b.contact(320, 556, 104) +
      shape(cup, b.round('#FAF5EA', 0.7), '#DDD2BD', 2.2) +
      shape(sleeve, b.round('#B98657'), '#8F6238', 2) +
      rules(320, 364, [96, 70, 96], accent, 20, 6) +
      shape('M184 178H456L450 220Q320 236 190 220Z', b.round(dark(main, 0.25))) +
      shape('M206 128H434L448 180Q320 194 192 180Z', b.round(dark(main, 0.1))) +
      ellipse(320, 130, 114, 13, light(main, 0.12)) +
      ellipse(372, 129, 18, 4, dark(main, 0.5)) +
      line('M230 244L252 520', '#FFFFFF', 8, 0.8)
    )
  },
}

export const sakuraLatte: Motif = {
  palette: 'sakura',
  paint: (b, { main }) => {
    const glass = 'M196 170H444L412 548Q410 560 396 560H244Q230 560 228 548Z'
    return (
      b.contact(320, 562, 106) +
      line('M378 60L336 240', '#86562A', 14) +
      shape(glass, b.round('#FBF1EE', 0.5), '#E3CFC8', 3) +
      b.inside(
        glass,
        shape('M190 250H450V360Q400 330 350 360T250 356T180 366Z', '#FFFBF5') +
          shape('M180 370Q240 330 300 364T420 356T470 360V450H180Z', light(main, 0.05)) +
          shape('M180 440Q240 416 300 442T460 430V580H180Z', dark(main, 0.14)),
      ) +
      shape(
        glass,
        b.linear(
          [0, 0, 1, 0],
          [
            [0, '#FFFFFF', 0.1],
            [0.16, '#FFFFFF', 0.6],
            [0.26, '#FFFFFF', 0.05],
            [0.75, '#4A3016', 0],
            [1, '#4A3016', 0.12],
          ],
        ),
      ) +
      ellipse(320, 170, 124, 15, '#FFFDF9', ' stroke="#E3CFC8" stroke-width="3"') +
      blossom(320, 262, 36, '#E59AA6')
    )
  },
}

export const teaCup: Motif = {
  palette: 'ai',
  paint: (b, { main }) => {
    const cup = symmetric([138, 210], [[134, 400, 124, 500, 104, 546]], 7)
    return (
      steam(320, 180, 96) +
      b.contact(320, 554, 116) +
      shape(cup, b.round('#EFE6D4'), '#CDBFA5', 2) +
      b.inside(cup, shape('M170 200H470V372Q420 340 360 378T240 384T160 360Z', b.round(main))) +
      ellipse(320, 212, 138, 34, light(main, 0.35)) +
      ellipse(320, 216, 122, 27, '#7E9A4C') +
      ellipse(312, 211, 88, 15, '#9CB566', ' opacity=".7"') +
      line('M202 250Q200 330 212 400', '#FFFFFF', 11, 0.35)
    )
  },
}

export const onigiri: Motif = {
  palette: 'yuki',
  paint: (b, { main }) => {
    const d =
      'M320 150C360 150 380 180 400 214L500 398C528 452 504 496 448 498H192C136 496 112 452 140 398L240 214C260 180 280 150 320 150Z'
    return (
      plate(b, 500, '#B98B57') +
      shape(d, b.ball(main), dark(main, 0.14), 3) +
      [...Array(26).keys()]
        .map((i) =>
          ellipse(
            206 + ((i * 61) % 230),
            236 + ((i * 97) % 200),
            11,
            6,
            '#FFFFFF',
            ` opacity=".8" transform="rotate(${i * 43} ${206 + ((i * 61) % 230)} ${236 + ((i * 97) % 200)})"`,
          ),
        )
        .join('') +
      shape('M240 370H400V498H240Z', b.lit('#34402F'), '#232B20', 2) +
      circle(320, 270, 26, b.ball('#B4413B')) +
      line('M268 386H352', '#5E6E50', 4, 0.5)
    )
  },
}

export const lunch: Motif = {
  palette: 'azuki',
  paint: (b, { main }) => {
    const dish = (x: number, y: number, r: number, color: string, food: string) =>
      ellipse(x, y + 8, r, r * 0.62, dark(color, 0.3)) +
      ellipse(x, y, r, r * 0.62, b.lit(color), ` stroke="${dark(color, 0.16)}" stroke-width="2.4"`) +
      food
    return (
      b.contact(320, 520, 258, 30) +
      shape(slab(66, 220, 508, 296, 26), b.lit(dark(main, 0.2))) +
      shape(slab(66, 204, 508, 296, 26), b.lit(main), dark(main, 0.3), 3) +
      shape(slab(84, 220, 472, 264, 18), dark(main, 0.12)) +
      dish(
        190,
        300,
        84,
        '#3F5568',
        ellipse(190, 288, 66, 38, b.ball('#FBF8F0')) + ellipse(190, 272, 12, 9, '#B4413B'),
      ) +
      dish(
        440,
        300,
        84,
        '#5B2F2E',
        ellipse(440, 298, 66, 36, '#B9854F') +
          [0, 1, 2].map((i) => box(410 + i * 24, 284 + (i % 2) * 10, 18, 14, 3, '#FBF3DC')).join('') +
          leaf(430, 310, 40, -12, '#74875A'),
      ) +
      dish(180, 420, 62, '#E9E1D0', leaf(150, 426, 60, -20, '#74875A') + circle(200, 414, 14, '#E3B04B')) +
      dish(
        320,
        410,
        92,
        '#EFE8DA',
        shape('M250 412C270 374 340 368 388 396L408 384L404 416L388 414C346 436 276 440 250 412Z', b.lit('#D89A6C')) +
          line('M290 396l14 26M320 390l14 30M350 392l12 24', '#A5672F', 4),
      ) +
      dish(460, 420, 56, '#A9BE83', circle(448, 414, 16, '#F6E7B0') + circle(474, 418, 16, '#F6E7B0')) +
      line('M110 478L360 492M118 466L366 482', '#D9B27C', 7)
    )
  },
}

export const gift: Motif = {
  palette: 'kinari',
  paint: (b, { main, accent, ink }) =>
    b.contact(320, 538, 220, 24) +
    shape(slab(112, 256, 416, 278, 10), b.lit(main), edge(main), 3) +
    shape(slab(98, 196, 444, 92, 10), b.lit(light(main, 0.4)), edge(main), 3) +
    box(288, 196, 64, 338, 0, b.lit(accent)) +
    line('M98 290H542', dark(main, 0.22), 3, 0.5) +
    [
      [-1, 0],
      [1, 0],
    ]
      .map(
        ([s = 1]) =>
          `<g transform="translate(320 196) scale(${s} 1)">${shape('M0 0C40 -96 150 -110 160 -54C164 -10 80 6 0 0Z', b.lit(light(accent, 0.12)), dark(accent, 0.25), 3)}${shape('M14 -8C50 -60 116 -74 126 -48C126 -22 70 -8 14 -8Z', dark(accent, 0.3))}</g>`,
      )
      .join('') +
    box(294, 168, 52, 48, 12, b.ball(accent), ` stroke="${dark(accent, 0.25)}" stroke-width="2.4"`) +
    label(b, 392, 356, 104, 116, '#FBF6EC') +
    rules(444, 390, [64, 64, 40], ink, 20, 4),
}
