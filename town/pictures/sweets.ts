import { dark, edge, light } from './brush.ts'
import { box, circle, ellipse, label, leaf, line, rules, shape, slab, turned, wall } from './forms.ts'
import type { Motif } from './motif.ts'
import { plate } from './plate.ts'

export const cookie: Motif = {
  palette: 'hinoki',
  paint: (b, { main }) => {
    const chips = [
      [238, 236, 24],
      [330, 206, 20],
      [404, 270, 24],
      [284, 316, 22],
      [372, 362, 24],
      [224, 372, 20],
      [300, 430, 22],
      [430, 400, 15],
      [350, 288, 12],
    ]
    return (
      b.contact(320, 524, 176, 24) +
      `<path d="M320 124C420 118 512 196 514 312C520 430 430 510 320 512C206 516 122 424 126 314C124 206 214 120 320 124Z" fill="${b.ball(light(main, 0.12))}" stroke="${dark(main, 0.24)}" stroke-width="3"/>` +
      [
        [190, 290],
        [270, 180],
        [450, 220],
        [466, 340],
        [250, 470],
        [360, 160],
        [180, 400],
        [390, 460],
        [320, 370],
      ]
        .map(([x = 0, y = 0]) => circle(x, y, 6, light(main, 0.55), ' opacity=".8"'))
        .join('') +
      chips
        .map(
          ([x = 0, y = 0, r = 0], i) =>
            ellipse(x + 2, y + 4, r * 1.06, r * 0.86, dark(main, 0.4), ' opacity=".45"') +
            ellipse(x, y, r, r * 0.8, b.ball('#5E3F2A'), ` transform="rotate(${i * 31} ${x} ${y})"`),
        )
        .join('') +
      line('M168 300C176 226 226 176 290 166', light(main, 0.7), 10, 0.5)
    )
  },
}

export const cookies: Motif = {
  palette: 'kinari',
  paint: (b, { main, accent, ink }) => {
    const one = (x: number, y: number, color: string) =>
      circle(x, y, 60, b.ball(color), ` stroke="${dark(color, 0.24)}" stroke-width="2.6"`) +
      circle(
        x,
        y,
        42,
        'none',
        ` stroke="${dark(color, 0.16)}" stroke-width="2.6" stroke-dasharray="3 9" stroke-linecap="round"`,
      ) +
      leaf(x - 20, y + 16, 46, -40, dark(color, 0.3))
    return (
      b.contact(320, 536, 230, 24) +
      shape('M96 300H544L520 530H120Z', b.lit(main), edge(main), 3) +
      shape('M116 300H524L516 372H124Z', dark(main, 0.22)) +
      one(196, 300, '#DDB77F') +
      one(320, 282, '#B7C48D') +
      one(444, 300, '#DDB77F') +
      one(258, 246, '#B98A5C') +
      one(384, 242, '#EBD3A4') +
      shape('M92 346H548L520 530H120Z', b.lit(light(main, 0.3)), edge(main), 3) +
      box(300, 346, 40, 186, 0, b.lit(accent), ' opacity=".9"') +
      shape(
        'M320 372C260 330 232 360 250 388Q280 400 320 372C380 330 408 360 390 388Q360 400 320 372Z',
        b.lit(accent),
        dark(accent, 0.25),
        2.4,
      ) +
      circle(320, 374, 15, b.ball(accent)) +
      rules(220, 458, [84, 60], ink, 20, 5)
    )
  },
}

export const sakuraMochi: Motif = {
  palette: 'sakura',
  paint: (b, { main }) => {
    const bun = 'M150 470C120 300 220 190 336 190C450 190 528 320 484 470Q320 520 150 470Z'
    const wrap = 'M84 470C180 340 380 380 566 372C520 480 440 540 300 542C200 540 120 520 84 470Z'
    return (
      b.contact(326, 536, 220, 26) +
      shape(bun, b.ball(main), undefined) +
      [
        [380, 250],
        [420, 300],
        [356, 290],
        [440, 350],
        [300, 240],
        [396, 340],
      ]
        .map(([x = 0, y = 0]) => circle(x, y, 6, dark(main, 0.14), ' opacity=".6"'))
        .join('') +
      line('M198 372C206 300 250 250 306 234', '#FFFFFF', 15, 0.75) +
      shape(wrap, b.lit('#5F7F4F'), '#41603A', 2.4) +
      line('M110 472C240 480 420 440 546 380', '#B7CB9E', 5, 0.8) +
      [
        [200, 474, 226, 400],
        [270, 468, 306, 388],
        [350, 450, 392, 384],
        [430, 424, 470, 378],
        [236, 476, 268, 532],
        [316, 462, 346, 530],
        [400, 438, 424, 500],
      ]
        .map(([a, c, d, e]) => line(`M${a} ${c}L${d} ${e}`, '#B7CB9E', 3, 0.6))
        .join('')
    )
  },
}

export const daifuku: Motif = {
  palette: 'yuki',
  paint: (b, { main }) => {
    const half = (x: number) =>
      `<g transform="translate(${x} 0)">${shape('M120 440C110 330 190 286 262 288C340 290 396 350 384 440Q250 486 120 440Z', b.ball(main), dark(main, 0.14), 2.4)}</g>`
    return (
      plate(b, 470, '#CBBFA8') +
      half(-16) +
      shape(
        'M316 452C296 350 350 306 410 306C480 308 534 362 520 452Q420 492 316 452Z',
        b.ball(dark(main, 0.03)),
        dark(main, 0.16),
        2.4,
      ) +
      ellipse(414, 398, 86, 74, b.ball('#6B3F3C')) +
      shape(
        'M414 340C446 340 470 372 464 404C456 440 430 458 414 460C398 458 372 440 364 404C360 372 384 340 414 340Z',
        b.ball('#D2463A'),
      ) +
      shape(
        'M414 356C432 360 444 382 440 404C434 426 422 438 414 440C404 436 394 424 388 404C384 382 396 360 414 356Z',
        '#F6D9CE',
      ) +
      line('M160 392C166 346 204 318 246 314', '#FFFFFF', 12, 0.9)
    )
  },
}

export const dorayaki: Motif = {
  palette: 'hinoki',
  paint: (b) => {
    const cake = (y: number, top: boolean) =>
      shape(
        top
          ? `M126 ${y}C120 ${y - 110} 240 ${y - 146} 320 ${y - 146}C410 ${y - 146} 524 ${y - 110} 514 ${y}Q320 ${y + 40} 126 ${y}Z`
          : `M126 ${y}C124 ${y + 70} 240 ${y + 96} 320 ${y + 96}C410 ${y + 96} 520 ${y + 70} 514 ${y}Z`,
        b.ball('#E8C58C'),
        '#B98B50',
        2.4,
      )
    const crown = 'M152 300C160 218 250 186 320 186C400 186 484 218 490 300Q320 336 152 300Z'
    return (
      plate(b, 486) +
      cake(396, false) +
      shape('M118 356Q320 396 522 356Q534 384 520 404Q320 446 120 404Q106 384 118 356Z', b.lit('#6B3F3C')) +
      [150, 214, 280, 346, 412, 476].map((x, i) => ellipse(x, 392 + Math.sin(i) * 6 + 6, 20, 12, '#8A5552')).join('') +
      cake(344, true) +
      shape(crown, b.ball('#A5672F')) +
      line('M196 268C214 228 262 208 306 204', '#E3B678', 11, 0.6)
    )
  },
}

export const castella: Motif = {
  palette: 'yamabuki',
  paint: (b, { main }) => {
    const slice = (x: number, a: number) =>
      turned(
        a,
        x + 60,
        440,
        shape(slab(x, 250, 128, 200, 8), b.lit(light(main, 0.3)), dark(main, 0.2), 2.4) +
          box(x, 250, 128, 34, 8, b.lit('#8A5A2E')) +
          box(x, 424, 128, 26, 8, '#B07E42') +
          [0, 1, 2, 3, 4, 5]
            .map((i) => circle(x + 22 + ((i * 41) % 90), 312 + ((i * 29) % 96), 3, dark(main, 0.22), ' opacity=".6"'))
            .join(''),
      )
    return (
      plate(b, 472) +
      slice(346, 8) +
      slice(226, 3) +
      shape(slab(118, 262, 150, 196, 8), b.lit(light(main, 0.3)), dark(main, 0.2), 2.4) +
      box(118, 262, 150, 36, 8, b.lit('#8A5A2E')) +
      box(118, 432, 150, 26, 8, '#B07E42') +
      line('M132 276H250', '#C79358', 5, 0.7) +
      [
        [150, 330],
        [180, 370],
        [220, 340],
        [236, 400],
        [160, 400],
        [204, 312],
      ]
        .map(([x = 0, y = 0]) => circle(x, y, 3.4, dark(main, 0.22), ' opacity=".6"'))
        .join('')
    )
  },
}

export const riceCracker: Motif = {
  palette: 'kogecha',
  paint: (b) => {
    const one = (x: number, y: number, r: number) =>
      circle(x, y, r, b.ball('#C98F4E'), ' stroke="#8F5F2C" stroke-width="3"') +
      line(
        `M${x - r * 0.5} ${y - r * 0.4}q${r * 0.2} ${r * 0.16} ${r * 0.4} 0M${x + r * 0.2} ${y - r * 0.2}q${r * 0.2} ${r * 0.16} ${r * 0.4} 0M${x - r * 0.1} ${y + r * 0.5}q${r * 0.2} ${r * 0.16} ${r * 0.4} 0`,
        '#8F5F2C',
        4,
        0.5,
      )
    return (
      plate(b, 470, '#8FA0A8') +
      one(410, 350, 104) +
      turned(-8, 260, 340, one(250, 340, 112) + box(196, 232, 104, 218, 6, b.lit('#34402F'))) +
      one(352, 408, 88) +
      line('M182 300C190 268 214 244 240 238', '#F0CB90', 9, 0.6)
    )
  },
}

export const pudding: Motif = {
  palette: 'yamabuki',
  paint: (b, { main, paper, ink }) =>
    b.contact(320, 546, 124) +
    shape(wall(320, 230, 520, 130, 26, 110), b.round(light(main, 0.35)), dark(main, 0.16), 2) +
    shape(wall(320, 438, 520, 117, 23, 110), b.round('#8A5A2E')) +
    ellipse(320, 230, 130, 26, b.lit(light(main, 0.5)), ' stroke="#F3F0EA" stroke-width="7"') +
    shape('M186 190L206 150H434L454 190Q454 240 320 244Q186 240 186 190Z', b.lit(paper), dark(paper, 0.16), 2.4) +
    line('M192 222Q320 262 448 222', '#86562A', 6) +
    label(b, 262, 314, 116, 88, paper, 44) +
    rules(320, 344, [64, 44], ink, 20, 5) +
    line('M214 270L224 500', '#FFFFFF', 10, 0.5),
}
