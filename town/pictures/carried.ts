import { dark, edge, light, mix } from './brush.ts'
import { box, ellipse, line, mirrored, shape, turned } from './forms.ts'
import type { Motif } from './motif.ts'

export const stole: Motif = {
  palette: 'shu',
  paint: (b, { main, accent }) => {
    const loop = 'M196 196C220 120 420 120 444 196C470 290 420 330 320 330C220 330 170 290 196 196Z'
    const tail = 'M250 300L232 540H330L352 300Z'
    const back = 'M330 300L352 500H442L400 290Z'
    const fringe = (x: number, y: number, n: number, lean: number) =>
      Array.from({ length: n }, (_, i) => line(`M${x + i * 13} ${y}l${lean} 36`, mix(main, accent, 0.25), 4)).join('')
    const check = b.pattern(
      60,
      60,
      `<path d="M0 12H60M12 0V60" stroke="${accent}" stroke-width="9" opacity=".5"/><path d="M0 40H60M40 0V60" stroke="${dark(main, 0.4)}" stroke-width="5" opacity=".4"/>`,
      4,
    )
    return (
      b.cast(`${loop}${tail}`, 12, 16) +
      fringe(360, 500, 7, 3) +
      shape(back, b.lit(dark(main, 0.12)), edge(main), 3) +
      shape(back, check) +
      fringe(238, 540, 8, -2) +
      shape(tail, b.lit(main), edge(main), 3) +
      shape(tail, check) +
      shape(loop, b.lit(main), edge(main), 3) +
      shape(loop, check) +
      shape('M240 216C260 170 380 170 400 216C400 262 360 270 320 270C280 270 240 262 240 216Z', dark(main, 0.42)) +
      line('M210 250C250 310 390 310 430 250M222 290C270 330 370 330 418 290', dark(main, 0.3), 4, 0.5)
    )
  },
}

export const socks: Motif = {
  palette: 'nezu',
  paint: (b, { main, accent }) => {
    const one = (color: string) => {
      const d = 'M196 150H296V372C296 408 330 424 388 440C432 452 436 508 392 520H268C216 520 196 490 196 440Z'
      return (
        b.cast(d, 6, 10, 8, 0.18) +
        shape(d, b.lit(color), edge(color), 3) +
        shape('M196 436Q240 400 262 470Q256 512 268 520C216 520 196 490 196 436Z', light(color, 0.4)) +
        shape('M372 436C436 450 440 508 392 520H370Q344 470 372 436Z', light(color, 0.4)) +
        box(190, 140, 112, 54, 8, b.lit(color), ` stroke="${edge(color)}" stroke-width="2.6"`) +
        [0, 1, 2, 3, 4, 5, 6].map((i) => line(`M${204 + i * 14} 148V186`, edge(color), 2, 0.6)).join('') +
        line('M198 226H294M198 246H294', accent, 8)
      )
    }
    return (
      turned(7, 320, 320, `<g transform="translate(54 -16)">${one(dark(main, 0.22))}</g>`) +
      turned(-3, 320, 320, `<g transform="translate(-44 24)">${one(main)}</g>`)
    )
  },
}

export const toteBag: Motif = {
  palette: 'kinari',
  paint: (b, { main, accent, ink }) => {
    const d = 'M136 268H504L486 540Q484 556 466 556H174Q156 556 154 540Z'
    return (
      b.contact(320, 556, 190) +
      line('M236 280C232 110 408 110 404 280', dark(main, 0.24), 20) +
      shape(d, b.lit(main), edge(main), 3.4) +
      shape(
        d,
        b.pattern(7, 7, `<path d="M0 1.5H7M1.5 0V7" stroke="${dark(main, 0.4)}" stroke-width=".9" opacity=".18"/>`),
      ) +
      line('M228 330C224 120 416 120 412 330', light(main, 0.12), 20) +
      line('M219 328C215 108 425 108 421 328', edge(main), 2.2, 0.7) +
      [220, 420]
        .map((x) => box(x - 16, 306, 34, 42, 3, b.lit(main), ` stroke="${edge(main)}" stroke-width="2.2"`))
        .join('') +
      line('M139 296H501', edge(main), 2.4, 0.8) +
      shape('M262 452L320 404L378 452', 'none', ink, 9) +
      line('M276 452V492M364 452V492', ink, 9) +
      line('M252 500H388', accent, 10) +
      line('M262 516H378', ink, 6, 0.7)
    )
  },
}

export const slippers: Motif = {
  palette: 'hinoki',
  paint: (b, { main, accent }) => {
    const sole = 'M176 470C150 380 168 216 244 204C318 198 334 330 316 460C306 560 200 560 176 470Z'
    const one =
      shape(
        'M176 470C150 380 168 216 244 204C318 198 334 330 316 460C306 560 200 560 176 470Z',
        b.lit(accent),
        edge(accent),
        3,
      ) +
      shape(
        'M184 480C168 400 176 330 200 300Q246 330 314 300C322 360 318 420 312 466C298 548 206 548 184 480Z',
        dark(accent, 0.1),
      ) +
      shape('M166 372C162 262 186 190 246 186C312 184 334 268 326 372Q246 326 166 372Z', b.lit(main), edge(main), 3) +
      line('M176 350Q246 306 318 350', light(main, 0.35), 3.4, 0.7) +
      line('M206 216Q226 196 254 198', light(main, 0.7), 6, 0.6)
    const pair = turned(-4, 244, 380, `<g transform="translate(-14 0)">${one}</g>`)
    return (
      `<g transform="translate(-14 0)">${b.cast(sole)}</g>` +
      `<g transform="translate(654 0) scale(-1 1)">${b.cast(sole, -10)}</g>` +
      pair +
      mirrored(pair)
    )
  },
}

export const hat: Motif = {
  palette: 'hinoki',
  paint: (b, { main, ink }) => {
    const straw = b.pattern(
      14,
      14,
      `<path d="M0 4H7M7 11H14M3 0V7M10 7V14" stroke="${dark(main, 0.4)}" stroke-width="1.8" opacity=".3"/>`,
    )
    const crown = 'M210 390C204 250 240 190 320 190C400 190 436 250 430 390Q320 424 210 390Z'
    return (
      b.contact(320, 452, 240, 26) +
      ellipse(320, 400, 232, 66, b.lit(main), ` stroke="${edge(main)}" stroke-width="3"`) +
      ellipse(320, 400, 232, 66, straw) +
      ellipse(322, 396, 150, 40, dark(main, 0.3), ' opacity=".3"') +
      shape(crown, b.lit(main), edge(main), 3) +
      shape(crown, straw) +
      shape('M209 352Q320 392 431 352L430 392Q320 426 210 392Z', b.lit(ink)) +
      line('M250 222Q280 204 320 206', light(main, 0.7), 8, 0.5)
    )
  },
}
