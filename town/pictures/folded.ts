import { type Brush, dark, light, mix } from './brush.ts'
import { box, circle, ellipse, line, mirrored, shape, slab, turned } from './forms.ts'
import type { Motif } from './motif.ts'

const edge = (color: string) => dark(color, 0.22)

/** One folded layer with a round fold at the left and open edges at the right. */
function fold(b: Brush, x: number, y: number, w: number, h: number, color: string): string {
  const d = `M${x + w} ${y}H${x + h / 2}a${h / 2} ${h / 2} 0 0 0 0 ${h}H${x + w}q8 ${-h / 2} 0 ${-h}Z`
  return shape(d, b.linear([0, 0, 0, 1], [[0, light(color, 0.3)], [0.4, color], [1, dark(color, 0.18)]]), edge(color), 2.6) +
    line(`M${x + h * 0.5} ${y + h * 0.5}H${x + w - 6}`, dark(color, 0.22), 2.4, 0.7)
}

export const towels: Motif = {
  palette: 'asagi',
  paint: (b, { main, accent }) => {
    const tones = [accent, main, light(main, 0.5), dark(main, 0.12)]
    return (
      b.contact(320, 540, 200) +
      [3, 2, 1, 0].map((i) => fold(b, 140 + i * 3, 214 + i * 82, 360 - i * 2, 80, tones[i] ?? main)).join('') +
      [0, 1, 2, 3].map((i) => line(`M452 ${222 + i * 82}q6 32 0 64M466 ${222 + i * 82}q6 32 0 64`, dark(tones[i] ?? main, 0.18), 3, 0.5)).join('') +
      box(392, 286, 34, 22, 3, '#FBF6EC', ` stroke="${edge(accent)}" stroke-width="1.6"`)
    )
  },
}

export const futonCover: Motif = {
  palette: 'mizu',
  paint: (b, { main, accent }) => {
    const top = 'M116 330Q110 250 180 240H470Q536 248 530 330Q536 400 516 420H130Q108 400 116 330Z'
    const check = b.pattern(36, 36, `<path d="M0 9H36M9 0V36" stroke="${accent}" stroke-width="5" opacity=".28"/><path d="M0 27H36M27 0V36" stroke="${accent}" stroke-width="1.6" opacity=".4"/>`)
    const layer = (y: number, c: string) => fold(b, 118, y, 404, 70, c)
    return (
      b.contact(322, 546, 220) + layer(472, light(main, 0.4)) + layer(404, main) + b.cast(top, 4, 10, 8, 0.16) + shape(top, b.lit(main), edge(main), 3) + shape(top, check) +
      shape('M116 330Q110 250 180 240H300Q220 300 250 420H130Q108 400 116 330Z', b.lit(light(main, 0.55), 0.6), edge(main), 2.4) +
      line('M250 420C236 350 250 290 300 242', edge(main), 3) + line('M330 262C380 300 420 330 500 350M340 400C400 380 440 384 504 396', dark(main, 0.2), 3, 0.4) +
      shape('M170 214Q168 150 230 152H416Q476 152 470 214Q474 250 440 252H200Q166 250 170 214Z', b.lit(light(main, 0.6)), edge(main), 3) +
      line('M206 172Q230 190 224 226M438 176Q412 192 420 230', dark(main, 0.16), 3, 0.6) + line('M192 236Q320 250 452 236', accent, 4, 0.5)
    )
  },
}

export const tenugui: Motif = {
  palette: 'ai',
  paint: (b, { main, accent }) => {
    const wave = [14, 10.5, 7, 3.5].map((r) => `<circle cx="16" cy="16" r="${r}" fill="${r % 7 ? '#FBF8F0' : main}" stroke="${main}" stroke-width="1.8"/>`).join('')
    const scales = b.pattern(32, 16, `<g transform="translate(-16 -8)">${wave}</g><g transform="translate(16 -8)">${wave}</g><g>${wave}</g><g transform="translate(-16 8)">${wave}</g><g transform="translate(16 8)">${wave}</g>`)
    const sheet = 'M200 104H440V560Q420 552 400 560T360 560T320 560T280 560T240 560T200 560Z'
    return (
      b.cast(sheet, 10, 12) + box(130, 84, 380, 20, 10, b.linear([0, 0, 0, 1], [[0, '#D6AE7C'], [1, '#9A6F3E']])) + circle(130, 94, 13, '#A87B48') + circle(510, 94, 13, '#A87B48') +
      shape(sheet, b.lit(accent)) + b.inside(sheet, box(190, 330, 260, 250, 0, scales) + circle(384, 206, 48, b.ball('#C2573F'))) +
      shape(sheet, b.linear([0, 0, 1, 0.2], [[0, '#FFFFFF', 0.25], [0.3, '#4A3016', 0.02], [0.42, '#4A3016', 0.12], [0.5, '#FFFFFF', 0.12], [0.8, '#4A3016', 0.02], [1, '#4A3016', 0.14]]), edge(accent), 2.4)
    )
  },
}

export const stole: Motif = {
  palette: 'shu',
  paint: (b, { main, accent }) => {
    const loop = 'M196 196C220 120 420 120 444 196C470 290 420 330 320 330C220 330 170 290 196 196Z'
    const tail = 'M250 300L232 540H330L352 300Z'
    const back = 'M330 300L352 500H442L400 290Z'
    const fringe = (x: number, y: number, n: number, lean: number) => Array.from({ length: n }, (_, i) => line(`M${x + i * 13} ${y}l${lean} 36`, mix(main, accent, 0.25), 4)).join('')
    const check = b.pattern(60, 60, `<path d="M0 12H60M12 0V60" stroke="${accent}" stroke-width="9" opacity=".5"/><path d="M0 40H60M40 0V60" stroke="${dark(main, 0.4)}" stroke-width="5" opacity=".4"/>`, 4)
    return (
      b.cast(`${loop}${tail}`, 12, 16) + fringe(360, 500, 7, 3) + shape(back, b.lit(dark(main, 0.12)), edge(main), 3) + shape(back, check) +
      fringe(238, 540, 8, -2) + shape(tail, b.lit(main), edge(main), 3) + shape(tail, check) +
      shape(loop, b.lit(main), edge(main), 3) + shape(loop, check) + shape('M240 216C260 170 380 170 400 216C400 262 360 270 320 270C280 270 240 262 240 216Z', dark(main, 0.42)) +
      line('M210 250C250 310 390 310 430 250M222 290C270 330 370 330 418 290', dark(main, 0.3), 4, 0.5)
    )
  },
}

export const socks: Motif = {
  palette: 'nezu',
  paint: (b, { main, accent }) => {
    const one = (color: string) => {
      const d = 'M196 150H296V372C296 408 330 424 388 440C432 452 436 508 392 520H268C216 520 196 490 196 440Z'
      return b.cast(d, 6, 10, 8, 0.18) + shape(d, b.lit(color), edge(color), 3) + shape('M196 436Q240 400 262 470Q256 512 268 520C216 520 196 490 196 436Z', light(color, 0.4)) + shape('M372 436C436 450 440 508 392 520H370Q344 470 372 436Z', light(color, 0.4)) +
        box(190, 140, 112, 54, 8, b.lit(color), ` stroke="${edge(color)}" stroke-width="2.6"`) + [0, 1, 2, 3, 4, 5, 6].map((i) => line(`M${204 + i * 14} 148V186`, edge(color), 2, 0.6)).join('') + line('M198 226H294M198 246H294', accent, 8)
    }
    return turned(7, 320, 320, `<g transform="translate(54 -16)">${one(dark(main, 0.22))}</g>`) + turned(-3, 320, 320, `<g transform="translate(-44 24)">${one(main)}</g>`)
  },
}

export const toteBag: Motif = {
  palette: 'kinari',
  paint: (b, { main, accent, ink }) => {
    const d = 'M136 268H504L486 540Q484 556 466 556H174Q156 556 154 540Z'
    return (
      b.contact(320, 556, 190) + line('M236 280C232 110 408 110 404 280', dark(main, 0.24), 20) + shape(d, b.lit(main), edge(main), 3.4) +
      shape(d, b.pattern(7, 7, `<path d="M0 1.5H7M1.5 0V7" stroke="${dark(main, 0.4)}" stroke-width=".9" opacity=".18"/>`)) +
      line('M228 330C224 120 416 120 412 330', light(main, 0.12), 20) + line('M219 328C215 108 425 108 421 328', edge(main), 2.2, 0.7) + [220, 420].map((x) => box(x - 16, 306, 34, 42, 3, b.lit(main), ` stroke="${edge(main)}" stroke-width="2.2"`)).join('') +
      line('M139 296H501', edge(main), 2.4, 0.8) + shape('M262 452L320 404L378 452', 'none', ink, 9) + line('M276 452V492M364 452V492', ink, 9) + line('M252 500H388', accent, 10) + line('M262 516H378', ink, 6, 0.7)
    )
  },
}

export const cushion: Motif = {
  palette: 'matcha',
  paint: (b, { main, accent }) => {
    const d = 'M140 170Q320 200 500 170Q476 320 504 484Q320 456 136 484Q164 320 140 170Z'
    const hemp = b.pattern(56, 97, `<g fill="none" stroke="${accent}" stroke-width="3" opacity=".75"><path d="M28 0V97M0 16L28 0L56 16V48.500L28 65L0 48.500ZM0 16L28 32L56 16M28 32V65M0 48.500L28 32L56 48.500M0 97V81L28 65L56 81V97M0 81L28 97L56 81"/></g>`)
    return b.contact(320, 486, 190, 22) + shape(d, b.lit(main), edge(main), 3) + b.inside(d, shape(d, hemp)) + shape(d, b.radial(0.38, 0.3, 0.8, [[0, '#FFFFFF', 0.3], [0.5, '#FFFFFF', 0], [1, '#4A3016', 0.24]])) +
      [[140, 170], [500, 170], [504, 484], [136, 484]].map(([x = 0, y = 0]) => circle(x, y, 11, dark(main, 0.2))).join('') + line('M170 190Q200 220 196 250M470 190Q440 216 446 250M168 464Q206 440 200 410', dark(main, 0.24), 4, 0.5)
  },
}

export const slippers: Motif = {
  palette: 'hinoki',
  paint: (b, { main, accent }) => {
    const one = shape('M176 470C150 380 168 216 244 204C318 198 334 330 316 460C306 560 200 560 176 470Z', b.lit(accent), edge(accent), 3) +
      shape('M184 480C168 400 176 330 200 300Q246 330 314 300C322 360 318 420 312 466C298 548 206 548 184 480Z', dark(accent, 0.1)) +
      shape('M166 372C162 262 186 190 246 186C312 184 334 268 326 372Q246 326 166 372Z', b.lit(main), edge(main), 3) + line('M176 350Q246 306 318 350', light(main, 0.35), 3.4, 0.7) + line('M206 216Q226 196 254 198', light(main, 0.7), 6, 0.6)
    return b.contact(236, 530, 100, 24) + b.contact(404, 530, 100, 24) + turned(-4, 244, 380, one) + mirrored(turned(-4, 244, 380, one))
  },
}

export const hat: Motif = {
  palette: 'hinoki',
  paint: (b, { main, ink }) => {
    const straw = b.pattern(14, 14, `<path d="M0 4H7M7 11H14M3 0V7M10 7V14" stroke="${dark(main, 0.4)}" stroke-width="1.8" opacity=".3"/>`)
    const crown = 'M210 390C204 250 240 190 320 190C400 190 436 250 430 390Q320 424 210 390Z'
    return b.contact(320, 452, 240, 26) + ellipse(320, 400, 232, 66, b.lit(main), ` stroke="${edge(main)}" stroke-width="3"`) + ellipse(320, 400, 232, 66, straw) + ellipse(322, 396, 150, 40, dark(main, 0.3), ' opacity=".3"') +
      shape(crown, b.lit(main), edge(main), 3) + shape(crown, straw) + shape('M209 352Q320 392 431 352L430 392Q320 426 210 392Z', b.lit(ink)) + line('M250 222Q280 204 320 206', light(main, 0.7), 8, 0.5)
  },
}

export const handkerchief: Motif = {
  palette: 'sakura',
  paint: (b, { main, accent, ink }) => {
    const d = slab(156, 176, 328, 328, 10)
    const dots = b.pattern(40, 40, `<circle cx="10" cy="10" r="5" fill="${accent}"/><circle cx="30" cy="30" r="5" fill="${accent}"/>`)
    return b.cast(d, 8, 14, 10, 0.2) + turned(-4, 320, 340, shape(slab(166, 186, 328, 328, 10), b.lit(dark(main, 0.08)), edge(main), 2.4)) + shape(d, b.lit(main), edge(main), 2.6) + shape(d, dots) +
      shape(slab(174, 194, 292, 292, 6), 'none', accent, 5) + shape('M484 330V494Q484 504 474 504H310Z', b.lit(light(main, 0.4)), edge(main), 2.6) + line('M156 340H330', dark(main, 0.16), 2.4, 0.6) + line('M398 462q10 -22 24 0q-14 22 -24 0Z', ink, 4)
  },
}

export const blanket: Motif = {
  palette: 'nezu',
  paint: (b, { main, accent }) => {
    const roll = (cx: number) => circle(cx, 400, 118, b.ball(main), ` stroke="${edge(main)}" stroke-width="3"`)
    const spiral = 'M202 400m-92 0a92 92 0 1 0 92 -92a72 72 0 1 0 6 144a52 52 0 1 0 -4 -104a34 34 0 1 0 2 66'
    const body = 'M202 282H452A118 118 0 0 1 452 518H202Z'
    const stripe = b.pattern(84, 20, `<path d="M20 0V20M36 0V20" stroke="${accent}" stroke-width="9" opacity=".9"/>`)
    return b.contact(330, 520, 220) + shape(body, b.linear([0, 0, 0, 1], [[0, light(main, 0.4)], [0.4, main], [1, dark(main, 0.2)]]), edge(main), 3) + shape(body, stripe) + roll(202) + line(spiral, dark(main, 0.25), 6, 0.6) +
      Array.from({ length: 11 }, (_, i) => line(`M${556 + Math.sin(i) * 4} ${312 + i * 18}h26`, dark(main, 0.1), 4)).join('') + box(356, 270, 44, 260, 6, b.lit('#B98B57')) + box(350, 384, 56, 40, 8, 'none', ' stroke="#8B6A3E" stroke-width="7"')
  },
}
