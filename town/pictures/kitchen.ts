import { dark, edge, light } from './brush.ts'
import { box, circle, ellipse, line, shape, slab, steam, turned, wall } from './forms.ts'
import type { Motif } from './motif.ts'

/** Wood grain along a board. */
const grainLines = (x: number, y: number, w: number, n: number, gap: number, color: string) =>
  [...Array(n).keys()]
    .map((i) =>
      line(
        `M${x + ((i * 37) % 40)} ${y + i * gap}q${w * 0.3} ${i % 2 ? 7 : -7} ${w * 0.55} 0t${w * 0.3} ${i % 3 ? 3 : -4}`,
        dark(color, 0.25),
        2.4,
        0.4,
      ),
    )
    .join('')

export const cuttingBoard: Motif = {
  palette: 'hinoki',
  paint: (b, { main }) => {
    const d = slab(178, 196, 284, 356, 26)
    const handle = 'M268 204C284 180 278 96 320 96C362 96 356 180 372 204Z'
    return (
      b.cast(d, 12, 14) +
      shape(handle, b.lit(main), edge(main), 3) +
      circle(320, 138, 14, '#F3F0EA', ` stroke="${edge(main)}" stroke-width="3"`) +
      line('M320 138C340 96 380 90 372 60', '#A97F4B', 5) +
      shape(d, b.lit(light(main, 0.14)), edge(main), 3) +
      grainLines(192, 232, 250, 9, 36, main) +
      ellipse(390, 420, 26, 36, 'none', ` stroke="${dark(main, 0.2)}" stroke-width="2.4" opacity=".5"`) +
      ellipse(390, 420, 12, 18, dark(main, 0.18), ' opacity=".5"') +
      line('M190 222V520', light(main, 0.7), 5, 0.7)
    )
  },
}

export const donabe: Motif = {
  palette: 'sumi',
  paint: (b, { main, accent }) => {
    const pot = 'M100 352H540C536 460 470 536 400 540H240C170 536 104 460 100 352Z'
    const lid = 'M112 344C130 250 230 208 320 208C410 208 510 250 528 344Q320 372 112 344Z'
    return (
      steam(320, 132, 66) +
      b.contact(320, 540, 178, 20) +
      shape('M100 360C60 352 52 396 84 404L112 402Z', b.lit(dark(main, 0.12))) +
      shape('M540 360C580 352 588 396 556 404L528 402Z', b.lit(dark(main, 0.2))) +
      shape(pot, b.round(main), edge(main), 2.4) +
      line('M116 420Q320 448 524 420', accent, 7, 0.55) +
      line('M124 440Q320 468 516 440', accent, 2.6, 0.5) +
      shape(lid, b.ball(light(main, 0.12)), edge(main), 2.4) +
      line('M160 312Q320 344 480 312M214 262Q320 284 426 262', accent, 3.4, 0.45) +
      ellipse(320, 350, 224, 22, 'none', ` stroke="${light(main, 0.25)}" stroke-width="9"`) +
      shape('M276 212Q272 160 320 160Q368 160 364 212Q320 226 276 212Z', b.ball(light(main, 0.08)), edge(main), 2.4) +
      circle(420, 268, 6, '#8B6A3E') +
      line('M160 300C180 256 226 234 270 226', '#FFFFFF', 8, 0.28)
    )
  },
}

export const chopsticks: Motif = {
  palette: 'shu',
  paint: (b, { main, accent, ink }) => {
    const stick = (x: number, c: string) =>
      shape(`M${x} 84H${x + 26}L${x + 19} 556H${x + 7}Z`, b.round(c), edge(c), 2) +
      box(x, 84, 26, 72, 3, b.round(accent)) +
      line(`M${x + 3} 170H${x + 23}M${x + 3} 184H${x + 23}`, '#E3C27A', 5)
    return (
      turned(32, 320, 320, b.cast('M250 84H390V556H250Z', 12, 12, 16, 0.1) + stick(266, main) + stick(340, ink)) +
      b.contact(230, 506, 70, 10) +
      shape(
        'M150 470Q190 436 230 458Q270 436 310 470Q312 500 290 504H170Q148 500 150 470Z',
        b.ball('#E7E1D3'),
        '#C9BFA9',
        2.4,
      ) +
      line('M176 470Q230 484 284 470', '#3F628C', 4, 0.7)
    )
  },
}

export const riceBowl: Motif = {
  palette: 'ai',
  paint: (b, { main }) => {
    const bowl = 'M132 300H508C500 420 430 500 388 512H252C210 500 140 420 132 300Z'
    const stripes = [...Array(17).keys()]
      .map((i) => line(`M${142 + i * 22.3} 300Q${190 + i * 16} 430 ${256 + i * 8} 520`, main, 7, 0.85))
      .join('')
    return (
      b.contact(320, 548, 112, 16) +
      shape('M250 506H390L382 544Q320 556 258 544Z', b.round('#E7DFCE')) +
      shape(bowl, b.round('#F4EEE1'), '#CDBFA5', 2.4) +
      b.inside(bowl, stripes) +
      shape(
        bowl,
        b.linear(
          [0, 0, 1, 0],
          [
            [0, '#4A3016', 0.06],
            [0.2, '#FFFFFF', 0.3],
            [0.55, '#FFFFFF', 0],
            [1, '#4A3016', 0.24],
          ],
        ),
      ) +
      ellipse(320, 300, 188, 40, '#FBF8F0', ` stroke="${main}" stroke-width="6"`) +
      shape('M162 300C176 214 250 180 320 184C396 180 470 220 478 300A168 30 0 0 1 162 300Z', b.ball('#FFFFFF')) +
      [...Array(28).keys()]
        .map((i) =>
          ellipse(
            196 + ((i * 67) % 250),
            224 + ((i * 31) % 84),
            10,
            5,
            '#EFE9DC',
            ` transform="rotate(${i * 41} ${196 + ((i * 67) % 250)} ${224 + ((i * 31) % 84)})"`,
          ),
        )
        .join('')
    )
  },
}

export const teapot: Motif = {
  palette: 'azuki',
  paint: (b, { main }) => {
    const body =
      'M160 400C160 300 240 262 330 262C424 262 498 304 498 402C498 486 420 530 330 530C236 530 160 486 160 400Z'
    return (
      b.contact(330, 530, 156, 18) +
      shape('M176 360L96 318Q76 306 66 330L150 440Z', b.lit(main), edge(main), 2.4) +
      shape('M360 408L540 332Q568 324 576 348Q582 372 558 382L380 452Z', b.lit(dark(main, 0.12)), edge(main), 2.4) +
      shape(body, b.ball(main), edge(main), 2.4) +
      ellipse(330, 280, 106, 26, dark(main, 0.28)) +
      shape(
        'M228 272C240 232 290 222 330 222C370 222 420 232 432 272Q330 300 228 272Z',
        b.ball(light(main, 0.1)),
        edge(main),
        2.4,
      ) +
      circle(330, 206, 24, b.ball(light(main, 0.06)), ` stroke="${edge(main)}" stroke-width="2.4"`) +
      line('M196 380C204 334 240 308 280 300', '#FFFFFF', 10, 0.3) +
      line('M190 440Q330 476 474 440', dark(main, 0.25), 3, 0.6)
    )
  },
}

export const bentoBox: Motif = {
  palette: 'hinoki',
  paint: (b, { main, accent }) => {
    const rim =
      'M130 330C130 276 190 252 320 252C450 252 510 276 510 330C510 384 450 408 320 408C190 408 130 384 130 330Z'
    return (
      b.contact(320, 520, 196, 20) +
      shape('M130 330V436C130 490 190 514 320 514C450 514 510 490 510 436V330Z', b.round(main), edge(main), 2.6) +
      shape(rim, b.lit(light(main, 0.3)), edge(main), 2.6) +
      line('M148 470Q320 520 492 470', dark(main, 0.2), 2.6, 0.5) +
      line('M176 322Q320 290 470 322M186 346Q320 320 456 346M230 372Q320 356 410 372', dark(main, 0.2), 2.6, 0.4) +
      box(434, 396, 22, 76, 3, dark(main, 0.3)) +
      [0, 1, 2].map((i) => line(`M436 ${412 + i * 20}h18`, light(main, 0.5), 4)).join('') +
      shape('M236 262Q320 226 404 262L420 400Q320 416 220 400Z', b.lit(accent), 'none') +
      shape('M232 262H408L416 300Q320 316 224 300Z', dark(accent, 0.06)) +
      shape(
        'M320 290C270 236 216 246 222 288Q252 324 320 300C388 324 418 288 418 288C424 246 370 236 320 290Z',
        b.lit(light(accent, 0.3)),
        dark(accent, 0.2),
        2.6,
      ) +
      circle(320, 296, 18, b.ball(accent), ` stroke="${dark(accent, 0.2)}" stroke-width="2"`)
    )
  },
}

export const mug: Motif = {
  palette: 'nezu',
  paint: (b, { main, accent }) =>
    b.contact(300, 540, 138) +
    line('M424 292C520 276 520 440 420 432', dark(main, 0.14), 30) +
    line('M424 288C506 276 506 428 420 424', light(main, 0.25), 7, 0.7) +
    shape(wall(300, 230, 510, 136, 28, 126), b.round(main), edge(main), 2) +
    b.inside(wall(300, 230, 510, 136, 28, 126), box(150, 420, 300, 140, 0, b.round(accent))) +
    ellipse(300, 230, 136, 28, light(main, 0.4)) +
    ellipse(300, 234, 120, 21, '#7C5A40') +
    ellipse(292, 230, 80, 11, '#B98B57', ' opacity=".6"') +
    line('M188 280V400', '#FFFFFF', 10, 0.45),
}

export const plateSet: Motif = {
  palette: 'mizu',
  paint: (b, { main, accent, ink }) => {
    const layer = (y: number, c: string) =>
      shape(
        `M92 ${y}Q320 ${y + 60} 548 ${y}Q540 ${y + 56} 430 ${y + 74}H210Q100 ${y + 56} 92 ${y}Z`,
        b.round(c),
        edge(c),
        2,
      )
    return (
      b.contact(320, 528, 200, 18) +
      [442, 404, 366, 328].map((y, i) => layer(y, i % 2 ? light(main, 0.5) : main)).join('') +
      ellipse(320, 316, 230, 84, b.lit(light(main, 0.65)), ` stroke="${edge(main)}" stroke-width="2.6"`) +
      ellipse(320, 318, 184, 62, 'none', ` stroke="${accent}" stroke-width="5" opacity=".7"`) +
      ellipse(320, 320, 150, 48, light(main, 0.45)) +
      line('M250 326C290 290 350 290 390 322M280 330q20 -22 30 -6M330 300q10 24 28 18', ink, 5, 0.7)
    )
  },
}
