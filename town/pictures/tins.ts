import { type Brush, dark, edge, light } from './brush.ts'
import { box, circle, column, ellipse, label, leaf, line, print, rules, shape, slab, turned, wall } from './forms.ts'
import type { Motif } from './motif.ts'

/** An open or closed tin: wall, rim and inside or lid. */
function tin(b: Brush, cx: number, top: number, bottom: number, rx: number, color: string, open: boolean): string {
  const ry = rx * 0.22
  return (
    b.contact(cx, bottom + ry * 0.6, rx) +
    shape(wall(cx, top, bottom, rx, ry), b.round(color)) +
    line(`M${cx - rx} ${bottom - 14}A${rx} ${ry} 0 0 0 ${cx + rx} ${bottom - 14}`, dark(color, 0.28), 3, 0.6) +
    ellipse(
      cx,
      top,
      rx,
      ry,
      open ? dark(color, 0.55) : b.lit(light(color, 0.16)),
      ` stroke="${light(color, 0.3)}" stroke-width="5"`,
    )
  )
}

export const biscuitTin: Motif = {
  palette: 'koke',
  paint: (b, { main, paper }) => {
    const green = dark(main, 0.12)
    const finger = (x: number, a: number, top: number) =>
      turned(
        a,
        x,
        250,
        box(x - 23, top, 46, 190, 14, b.round('#DDB77F'), ' stroke="#B98B50" stroke-width="2.4"') +
          [0, 1, 2].map((i) => circle(x, top + 30 + i * 34, 3, '#A97A3F')).join(''),
      )
    const rx = 168
    return (
      tin(b, 288, 268, 500, rx, green, true) +
      b.inside(
        `M${288 - rx} 60H${288 + rx}V268A${rx} 37 0 0 1 ${288 - rx} 268Z`,
        finger(200, -12, 136) + finger(252, -4, 112) + finger(308, 3, 118) + finger(364, 12, 128),
      ) +
      line(`M${288 - rx} 268A${rx} 37 0 0 0 ${288 + rx} 268`, light(main, 0.3), 6) +
      label(b, 218, 338, 130, 118, paper) +
      leaf(283, 440, 88, -90, green) +
      b.contact(486, 548, 104, 12) +
      ellipse(486, 524, 108, 40, dark(green, 0.25)) +
      ellipse(486, 512, 108, 40, b.lit(light(green, 0.14)), ` stroke="${light(green, 0.35)}" stroke-width="4"`) +
      ellipse(486, 512, 84, 29, 'none', ` stroke="${dark(green, 0.3)}" stroke-width="3"`)
    )
  },
}

export const teaTin: Motif = {
  palette: 'matcha',
  paint: (b, { main, accent, paper, ink }) =>
    b.contact(320, 552, 128) +
    shape(wall(320, 250, 532, 124, 24), b.round(main)) +
    shape(wall(320, 150, 262, 127, 24), b.round(dark(ink, 0.05))) +
    ellipse(320, 150, 127, 24, b.lit(light(ink, 0.2))) +
    ellipse(320, 147, 28, 8, dark(ink, 0.2)) +
    ellipse(318, 141, 24, 9, b.ball(light(ink, 0.35))) +
    label(b, 262, 312, 116, 190, paper) +
    column('煎茶', 320, 376, 56, ink) +
    line('M280 470H360', ink, 4, 0.6) +
    [0, 1, 2].map((i) => line(`M${212 + i * 5} ${310 + i * 40}q14 -16 26 0`, accent, 3, 0.7)).join(''),
}

export const cookieTin: Motif = {
  palette: 'azuki',
  paint: (b, { main, accent }) => {
    const cookie = (x: number, y: number, r: number, color: string, dot: string) =>
      circle(x, y, r, b.ball(color), ' stroke="#A8793F" stroke-width="2"') + circle(x, y, r * 0.36, b.ball(dot))
    const well = slab(122, 168, 396, 300, 20)
    const boxes = [
      [128, 174, 128, 144],
      [262, 174, 250, 92],
      [262, 272, 118, 190],
      [386, 272, 126, 92],
      [128, 324, 128, 138],
      [386, 370, 126, 92],
    ]
    return (
      b.contact(320, 540, 232, 26) +
      shape(slab(96, 146, 448, 392, 34), b.lit(dark(main, 0.06))) +
      shape(slab(96, 140, 448, 352, 34), b.lit(main), edge(main), 3) +
      shape(well, '#F4EBDA') +
      boxes.map(([x = 0, y = 0, w = 0, h = 0]) => box(x, y, w, h, 10, '#E4D5BA')).join('') +
      cookie(170, 220, 36, '#DDB77F', '#B93826') +
      cookie(214, 280, 36, '#DDB77F', '#B93826') +
      [0, 1, 2, 3]
        .map((i) =>
          box(
            274 + i * 58,
            184,
            50,
            72,
            8,
            b.round(i % 2 ? '#8E6B4A' : '#E2C48F'),
            ' stroke="#A8793F" stroke-width="2"',
          ),
        )
        .join('') +
      [
        [294, 306],
        [348, 340],
        [294, 374],
        [348, 408],
        [296, 434],
      ]
        .map(([x = 0, y = 0]) => circle(x, y, 27, b.ball('#A9BE83'), ' stroke="#7F9557" stroke-width="2"'))
        .join('') +
      [0, 1, 2]
        .map((i) =>
          turned(
            -18,
            420 + i * 30,
            318,
            box(404 + i * 32, 284, 24, 68, 12, b.round('#EBD3A4'), ' stroke="#B98B50" stroke-width="2"'),
          ),
        )
        .join('') +
      cookie(170, 366, 34, '#C99B5F', accent) +
      cookie(214, 420, 34, '#C99B5F', accent) +
      [
        [414, 412],
        [450, 424],
        [484, 408],
      ]
        .map(([x = 0, y = 0]) => circle(x, y, 22, b.ball('#FBF6EC'), ' stroke="#D8CDBB" stroke-width="2"'))
        .join('')
    )
  },
}

export const candle: Motif = {
  palette: 'nezu',
  paint: (b, { main, paper, ink }) =>
    circle(
      320,
      150,
      110,
      b.radial(0.5, 0.5, 0.5, [
        [0, '#FBE3A8', 0.7],
        [1, '#FBE3A8', 0],
      ]),
    ) +
    b.contact(320, 548, 146) +
    shape(wall(320, 250, 520, 142, 28), b.round(main)) +
    ellipse(320, 250, 142, 28, light(main, 0.4)) +
    ellipse(320, 254, 128, 22, b.lit('#F8EFDC')) +
    line('M320 252V212', '#5B5348', 6) +
    shape(
      'M320 108C344 150 348 172 340 194Q332 214 320 214Q308 214 300 194C292 172 302 148 320 108Z',
      b.linear(
        [0, 0, 0, 1],
        [
          [0, '#F6D583'],
          [0.6, '#F0A94E'],
          [1, '#E48F46'],
        ],
      ),
    ) +
    ellipse(320, 196, 8, 14, '#FFF6DA') +
    label(b, 246, 338, 148, 116, paper) +
    print('ひのき', 320, 402, 36, ink, 800) +
    rules(320, 428, [90], ink, 16, 4),
}

export const miso: Motif = {
  palette: 'hinoki',
  paint: (b, { main, paper, ink }) =>
    b.contact(320, 544, 180) +
    shape(wall(320, 268, 510, 176, 36, 150), b.round(light(main, 0.25))) +
    [-120, -72, -24, 24, 72, 120]
      .map((x) => line(`M${320 + x} ${296 - Math.abs(x) * 0.03}L${320 + x * 0.87} 540`, dark(main, 0.25), 2.4, 0.4))
      .join('') +
    line('M153 330A170 34 0 0 0 487 330', dark(main, 0.35), 13) +
    line('M166 454A156 32 0 0 0 474 454', dark(main, 0.35), 13) +
    ellipse(320, 268, 176, 36, b.lit(light(main, 0.35)), ` stroke="${edge(main)}" stroke-width="3"`) +
    ellipse(320, 272, 154, 28, '#8A5A34') +
    shape('M190 268Q240 214 300 240Q360 196 420 244Q452 250 450 272A154 28 0 0 1 190 268Z', b.ball('#A06A3C')) +
    line('M240 252q40 -22 70 4M340 250q34 -22 72 4', '#C58D58', 5, 0.7) +
    label(b, 252, 360, 136, 120, paper) +
    print('味噌', 320, 440, 54, ink, 800),
}
