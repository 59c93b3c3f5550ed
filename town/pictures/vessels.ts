import { type Brush, dark, light } from './brush.ts'
import { box, circle, column, ellipse, label, leaf, line, print, rules, shape, slab, symmetric, turned, wall } from './forms.ts'
import type { Motif } from './motif.ts'

const edge = (color: string) => dark(color, 0.22)

/** An open or closed tin: wall, rim and inside or lid. */
function tin(b: Brush, cx: number, top: number, bottom: number, rx: number, color: string, open: boolean): string {
  const ry = rx * 0.22
  return b.contact(cx, bottom + ry * 0.6, rx) + shape(wall(cx, top, bottom, rx, ry), b.round(color)) + line(`M${cx - rx} ${bottom - 14}A${rx} ${ry} 0 0 0 ${cx + rx} ${bottom - 14}`, dark(color, 0.28), 3, 0.6) +
    ellipse(cx, top, rx, ry, open ? dark(color, 0.55) : b.lit(light(color, 0.16)), ` stroke="${light(color, 0.3)}" stroke-width="5"`)
}

export const biscuitTin: Motif = {
  palette: 'koke',
  paint: (b, { main, paper }) => {
    const green = dark(main, 0.12)
    const finger = (x: number, a: number, top: number) => turned(a, x, 250, box(x - 23, top, 46, 190, 14, b.round('#DDB77F'), ' stroke="#B98B50" stroke-width="2.4"') + [0, 1, 2].map((i) => circle(x, top + 30 + i * 34, 3, '#A97A3F')).join(''))
    const rx = 168
    return (
      tin(b, 288, 268, 500, rx, green, true) + b.inside(`M${288 - rx} 60H${288 + rx}V268A${rx} 37 0 0 1 ${288 - rx} 268Z`, finger(200, -12, 136) + finger(252, -4, 112) + finger(308, 3, 118) + finger(364, 12, 128)) +
      line(`M${288 - rx} 268A${rx} 37 0 0 0 ${288 + rx} 268`, light(main, 0.3), 6) + label(b, 218, 338, 130, 118, paper) + leaf(283, 440, 88, -90, green) +
      b.contact(486, 548, 104, 12) + ellipse(486, 524, 108, 40, dark(green, 0.25)) + ellipse(486, 512, 108, 40, b.lit(light(green, 0.14)), ` stroke="${light(green, 0.35)}" stroke-width="4"`) + ellipse(486, 512, 84, 29, 'none', ` stroke="${dark(green, 0.3)}" stroke-width="3"`)
    )
  },
}

export const teaTin: Motif = {
  palette: 'matcha',
  paint: (b, { main, accent, paper, ink }) =>
    b.contact(320, 552, 128) + shape(wall(320, 250, 532, 124, 24), b.round(main)) + shape(wall(320, 150, 262, 127, 24), b.round(dark(ink, 0.05))) + ellipse(320, 150, 127, 24, b.lit(light(ink, 0.2))) + ellipse(320, 147, 28, 8, dark(ink, 0.2)) + ellipse(318, 141, 24, 9, b.ball(light(ink, 0.35))) +
    label(b, 262, 312, 116, 190, paper) + column('煎茶', 320, 376, 56, ink) + line('M280 470H360', ink, 4, 0.6) + [0, 1, 2].map((i) => line(`M${212 + i * 5} ${310 + i * 40}q14 -16 26 0`, accent, 3, 0.7)).join(''),
}

export const cookieTin: Motif = {
  palette: 'azuki',
  paint: (b, { main, accent }) => {
    const cookie = (x: number, y: number, r: number, color: string, dot: string) => circle(x, y, r, b.ball(color), ' stroke="#A8793F" stroke-width="2"') + circle(x, y, r * 0.36, b.ball(dot))
    const well = slab(122, 168, 396, 300, 20)
    const boxes = [[128, 174, 128, 144], [262, 174, 250, 92], [262, 272, 118, 190], [386, 272, 126, 92], [128, 324, 128, 138], [386, 370, 126, 92]]
    return (
      b.contact(320, 540, 232, 26) + shape(slab(96, 146, 448, 392, 34), b.lit(dark(main, 0.06))) + shape(slab(96, 140, 448, 352, 34), b.lit(main), edge(main), 3) + shape(well, '#F4EBDA') + boxes.map(([x = 0, y = 0, w = 0, h = 0]) => box(x, y, w, h, 10, '#E4D5BA')).join('') +
      cookie(170, 220, 36, '#DDB77F', '#B93826') + cookie(214, 280, 36, '#DDB77F', '#B93826') + [0, 1, 2, 3].map((i) => box(274 + i * 58, 184, 50, 72, 8, b.round(i % 2 ? '#8E6B4A' : '#E2C48F'), ' stroke="#A8793F" stroke-width="2"')).join('') +
      [[294, 306], [348, 340], [294, 374], [348, 408], [296, 434]].map(([x = 0, y = 0]) => circle(x, y, 27, b.ball('#A9BE83'), ' stroke="#7F9557" stroke-width="2"')).join('') + [0, 1, 2].map((i) => turned(-18, 420 + i * 30, 318, box(404 + i * 32, 284, 24, 68, 12, b.round('#EBD3A4'), ' stroke="#B98B50" stroke-width="2"'))).join('') +
      cookie(170, 366, 34, '#C99B5F', accent) + cookie(214, 420, 34, '#C99B5F', accent) + [[414, 412], [450, 424], [484, 408]].map(([x = 0, y = 0]) => circle(x, y, 22, b.ball('#FBF6EC'), ' stroke="#D8CDBB" stroke-width="2"')).join('')
    )
  },
}

export const jam: Motif = {
  palette: 'shu',
  paint: (b, { main, paper, ink }) => {
    const glass = symmetric([122, 208], [[142, 224, 144, 240, 144, 262], [144, 500], [144, 540, 128, 552, 104, 554]], 5)
    return (
      b.contact(320, 556, 140) + shape(glass, b.round(main), edge(main), 2.6) + shape(symmetric([122, 208], [[140, 224, 143, 240, 143, 262]], 3), b.round(light(main, 0.55))) + [[214, 330], [412, 352], [230, 520], [404, 522], [424, 440]].map(([x = 0, y = 0], i) => circle(x, y, 14 + (i % 3) * 4, dark(main, 0.22), ' opacity=".5"')).join('') +
      shape('M196 118H444L452 206Q320 226 188 206Z', b.round('#E9DFCB'), '#C8BA9F', 2.4) + [...Array(12).keys()].map((i) => line(`M${206 + i * 21} 128v72`, '#BBAB8D', 2.4, 0.4)).join('') + line('M188 204Q320 226 452 204', '#86562A', 7) + label(b, 222, 306, 196, 164, paper) + print('いちじく', 320, 374, 38, ink, 800) + rules(320, 412, [120, 80], ink, 20, 4) + line('M196 250V520', '#FFFFFF', 11, 0.45)
    )
  },
}

export const honey: Motif = {
  palette: 'yamabuki',
  paint: (b, { main, paper, ink }) => {
    const pot = symmetric([112, 212], [[180, 250, 190, 320, 184, 380], [180, 470, 150, 540, 100, 552]], 6)
    return b.contact(320, 556, 136) + shape(pot, b.round(main), edge(main), 2.6) + box(202, 132, 236, 84, 14, b.round('#B98B57')) + line('M206 160H434M206 188H434', '#8B6A3E', 2.4, 0.5) + label(b, 236, 320, 168, 136, paper, 68) + print('蜂蜜', 320, 404, 54, ink, 800) + line('M178 296Q160 380 186 470', '#FFFFFF', 12, 0.5)
  },
}

export const soySauce: Motif = {
  palette: 'kogecha',
  paint: (b, { main, paper, accent }) => {
    const d = symmetric([34, 132], [[36, 200], [40, 240, 100, 250, 104, 310], [106, 520], [106, 544, 96, 554, 78, 556]], 4)
    return b.contact(320, 558, 108) + shape(d, b.round(dark(main, 0.2)), dark(main, 0.5), 2) + box(280, 88, 80, 56, 8, b.round('#C2573F')) + label(b, 226, 320, 188, 176, paper) + column('丸大豆', 286, 366, 38, dark(main, 0.2)) + column('醤油', 352, 384, 52, '#36322D') + line('M234 300V330', accent, 8, 0.6) + line('M238 312V520', '#FFFFFF', 8, 0.3)
  },
}

export const sake: Motif = {
  palette: 'asagi',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric([30, 128], [[32, 232], [36, 280, 92, 286, 96, 350], [98, 520], [98, 546, 88, 556, 70, 558]], 4)
    return b.contact(320, 560, 100) + shape(d, b.round(main), edge(main), 2.4) + box(286, 76, 68, 62, 6, b.round('#F0E8D8')) + line('M290 118H350', '#B93826', 5) + label(b, 250, 356, 140, 170, paper) + column('縁側', 320, 424, 60, ink) + box(352, 494, 22, 22, 3, '#B93826') + line('M240 370V520', '#FFFFFF', 9, 0.6) + line('M298 160V230', '#FFFFFF', 7, 0.6)
  },
}

export const juice: Motif = {
  palette: 'yamabuki',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric([46, 132], [[50, 200], [56, 236, 112, 256, 114, 316], [114, 520], [114, 546, 100, 556, 80, 557]], 4)
    return b.contact(320, 558, 114) + shape(d, b.round('#F3ECDA', 0.7), '#CFC3AB', 2.4) + b.inside(d, box(190, 224, 260, 350, 0, b.round('#E8973F'))) + line('M262 226H378', '#F6C98A', 4) + box(268, 92, 104, 50, 8, b.round('#F3EEE4')) + label(b, 232, 330, 176, 168, paper) + circle(320, 390, 44, b.ball('#E8973F')) + leaf(322, 350, 44, -30, '#74875A') + print('みかん', 320, 476, 34, ink, 800) + (main ? line('M226 320V520', '#FFFFFF', 9, 0.5) : '')
  },
}

export const candle: Motif = {
  palette: 'nezu',
  paint: (b, { main, paper, ink }) =>
    circle(320, 150, 110, b.radial(0.5, 0.5, 0.5, [[0, '#FBE3A8', 0.7], [1, '#FBE3A8', 0]])) + b.contact(320, 548, 146) + shape(wall(320, 250, 520, 142, 28), b.round(main)) + ellipse(320, 250, 142, 28, light(main, 0.4)) + ellipse(320, 254, 128, 22, b.lit('#F8EFDC')) + line('M320 252V212', '#5B5348', 6) +
    shape('M320 108C344 150 348 172 340 194Q332 214 320 214Q308 214 300 194C292 172 302 148 320 108Z', b.linear([0, 0, 0, 1], [[0, '#F6D583'], [0.6, '#F0A94E'], [1, '#E48F46']])) + ellipse(320, 196, 8, 14, '#FFF6DA') + label(b, 246, 338, 148, 116, paper) + print('ひのき', 320, 402, 36, ink, 800) + rules(320, 428, [90], ink, 16, 4),
}

export const miso: Motif = {
  palette: 'hinoki',
  paint: (b, { main, paper, ink }) =>
    b.contact(320, 544, 180) + shape(wall(320, 268, 510, 176, 36, 150), b.round(light(main, 0.25))) + [-120, -72, -24, 24, 72, 120].map((x) => line(`M${320 + x} ${296 - Math.abs(x) * 0.03}L${320 + x * 0.87} 540`, dark(main, 0.25), 2.4, 0.4)).join('') + line('M153 330A170 34 0 0 0 487 330', dark(main, 0.35), 13) + line('M166 454A156 32 0 0 0 474 454', dark(main, 0.35), 13) +
    ellipse(320, 268, 176, 36, b.lit(light(main, 0.35)), ` stroke="${edge(main)}" stroke-width="3"`) + ellipse(320, 272, 154, 28, '#8A5A34') + shape('M190 268Q240 214 300 240Q360 196 420 244Q452 250 450 272A154 28 0 0 1 190 268Z', b.ball('#A06A3C')) + line('M240 252q40 -22 70 4M340 250q34 -22 72 4', '#C58D58', 5, 0.7) + label(b, 252, 360, 136, 120, paper) + print('味噌', 320, 440, 54, ink, 800),
}

export const pickles: Motif = {
  palette: 'fuji',
  paint: (b, { main, paper, ink }) => {
    const d = symmetric([130, 196], [[140, 210, 142, 220, 142, 240], [142, 510], [142, 540, 128, 552, 108, 554]], 5)
    return b.contact(320, 556, 140) + shape(d, b.round('#EAF0E9', 0.6), '#C4CFC4', 2.4) + b.inside(d, [...Array(22).keys()].map((i) => ellipse(206 + ((i * 53) % 236), 262 + ((i * 89) % 290), 34, 22, b.ball(['#9B6C9E', '#C9A2C6', '#7D9160'][i % 3] ?? main), ` transform="rotate(${(i * 47) % 90} ${206 + ((i * 53) % 236)} ${262 + ((i * 89) % 290)})"`)).join('')) + shape(d, b.linear([0, 0, 1, 0], [[0, '#FFFFFF', 0.3], [0.2, '#FFFFFF', 0.35], [0.5, '#FFFFFF', 0], [1, '#4A3016', 0.2]])) +
      box(184, 122, 272, 78, 12, b.round(light(main, 0.1))) + line('M190 150H450M190 174H450', dark(main, 0.25), 2.4, 0.4) + label(b, 244, 344, 152, 120, paper) + print('しば漬', 320, 416, 42, ink, 800) + rules(320, 440, [80], ink, 16, 4)
  },
}
