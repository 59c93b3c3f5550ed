import { dark, edge, light, mix } from './brush.ts'
import { bodice, buttons, cloth, folds, hanger, linen, longSleeve, ribs, shortSleeve, stitches } from './cloth.ts'
import { band, box, circle, line, mirrored, shape, symmetric } from './forms.ts'
import type { Motif } from './motif.ts'

export const shirt: Motif = {
  palette: 'kinari',
  paint: (b, { main, accent }) => {
    const weave = linen(b, main)
    const sleeve =
      cloth(b, shortSleeve, main, weave) +
      line('M102 318Q126 338 168 345', edge(main), 2.6) +
      folds(main, 'M188 236C182 262 176 280 170 296')
    const button = mix(accent, main, 0.25)
    return (
      hanger(b) +
      b.cast(bodice) +
      sleeve +
      mirrored(sleeve) +
      cloth(b, bodice, main, weave) +
      folds(
        main,
        'M216 300C232 380 222 440 226 530',
        'M258 420C270 460 268 500 264 540',
        'M426 320C410 390 420 450 414 524',
        'M374 440C366 480 374 510 372 544',
      ) +
      line('M305 232V566M335 232V566', edge(main), 2.4) +
      buttons(button, [262, 318, 374, 430, 486, 538]) +
      box(368, 282, 56, 58, 5, b.lit(main, 0.6), ` stroke="${edge(main)}" stroke-width="2.6"`) +
      line('M368 296H424', edge(main), 2.2) +
      shape('M276 150Q320 178 364 150L320 226Z', dark(main, 0.2)) +
      shape('M276 148L250 172L292 226L320 204Q292 180 276 148Z', b.lit(main), edge(main), 3) +
      shape('M364 148L390 172L348 226L320 204Q348 180 364 148Z', b.lit(main), edge(main), 3)
    )
  },
}

export const blouse: Motif = {
  palette: 'yuki',
  paint: (b, { main, accent }) => {
    const body = symmetric(
      [40, 152],
      [
        [122, 178],
        [126, 214, 110, 240, 114, 276],
        [126, 380, 132, 450, 142, 540],
      ],
      16,
      14,
    )
    const arm =
      cloth(
        b,
        'M198 178C150 200 130 260 112 350C102 410 92 440 98 470Q124 490 152 480C170 440 186 350 212 280Q206 220 198 178Z',
        main,
      ) +
      shape('M94 462Q124 486 158 474L160 500Q126 514 90 490Z', b.lit(main), edge(main), 2.8) +
      folds(main, 'M140 330C132 390 126 420 124 456', 'M172 300C160 370 150 420 146 452')
    const gathers = [-70, -46, -22, 22, 46, 70].map(
      (x, i) => `M${320 + x} 232C${320 + x * 1.15} 330 ${320 + x * 1.3} 430 ${320 + x * 1.4 + (i % 2 ? 6 : -6)} 520`,
    )
    return (
      hanger(b) +
      b.cast(body) +
      arm +
      mirrored(arm) +
      cloth(b, body, main, linen(b, main)) +
      folds(main, ...gathers) +
      line('M226 226Q320 252 414 226', edge(main), 2.6) +
      shape('M280 152Q320 182 360 152Q352 196 320 200Q288 196 280 152Z', dark(main, 0.18)) +
      band('M277 153Q284 206 320 206Q356 206 363 153', light(main, 0.2), 15) +
      line('M272 152Q280 214 320 214Q360 214 368 152', edge(main), 2.6) +
      line('M320 212C300 250 306 280 298 306M320 212C338 246 336 276 344 312', accent, 5) +
      circle(320, 214, 7, accent)
    )
  },
}

export const tee: Motif = {
  palette: 'ai',
  paint: (b, { main, accent }) => {
    const sleeve =
      cloth(b, shortSleeve, main) +
      line('M100 322Q124 342 166 349', edge(main), 2.4) +
      folds(main, 'M190 236C184 262 178 280 172 296')
    const stripes = b.pattern(40, 46, `<path d="M0 8H40" stroke="${accent}" stroke-width="11" opacity=".92"/>`)
    return (
      hanger(b) +
      b.cast(bodice) +
      sleeve +
      mirrored(sleeve) +
      cloth(b, bodice, main, stripes) +
      shape(
        bodice,
        b.linear(
          [0, 0, 0.9, 1],
          [
            [0, '#FFFFFF', 0.2],
            [0.5, '#FFFFFF', 0],
            [1, '#4A3016', 0.16],
          ],
        ),
      ) +
      folds(
        main,
        'M222 310C236 390 226 450 230 534',
        'M424 330C408 400 418 450 410 530',
        'M300 470C308 500 304 530 300 552',
      ) +
      shape('M276 150Q320 178 364 150Q356 206 320 208Q284 206 276 150Z', dark(main, 0.4)) +
      band('M273 151Q280 214 320 214Q360 214 367 151', light(main, 0.1), 13) +
      line('M266 152Q274 222 320 222Q366 222 374 152', edge(main), 2.4)
    )
  },
}

export const knit: Motif = {
  palette: 'koke',
  paint: (b, { main }) => {
    const stitch = stitches(b, main)
    const cuff = 'M91 508Q114 522 146 520L140 556Q112 558 86 542Z'
    const arm = cloth(b, longSleeve, main, stitch) + cloth(b, cuff, main, ribs(b, main))
    const hem = symmetric([119, 526], [[113, 568]], 9, 9)
    const body = symmetric(
      [50, 148],
      [
        [130, 180],
        [130, 215, 114, 235, 116, 276],
        [122, 380, 124, 470, 119, 536],
      ],
      9,
      12,
    )
    const cable = (x: number) =>
      [0, 1, 2, 3, 4, 5, 6]
        .map((i) =>
          line(
            `M${x - 10} ${238 + i * 42}C${x - 10} ${254 + i * 42} ${x + 10} ${262 + i * 42} ${x + 10} ${278 + i * 42}M${x + 10} ${238 + i * 42}C${x + 10} ${254 + i * 42} ${x - 10} ${262 + i * 42} ${x - 10} ${278 + i * 42}`,
            dark(main, 0.22),
            5,
            0.6,
          ),
        )
        .join('')
    return (
      hanger(b) +
      b.cast(body) +
      arm +
      mirrored(arm) +
      cloth(b, body, main, stitch) +
      cable(270) +
      cable(370) +
      cloth(b, hem, main, ribs(b, main)) +
      shape('M270 148Q320 176 370 148Q360 204 320 206Q280 204 270 148Z', dark(main, 0.4)) +
      band('M269 150Q278 212 320 212Q362 212 371 150', light(main, 0.08), 22) +
      line('M258 150Q268 226 320 226Q372 226 382 150', edge(main), 2.6) +
      line('M281 147Q288 198 320 199Q352 198 359 147', edge(main), 2.2)
    )
  },
}

export const cardigan: Motif = {
  palette: 'azuki',
  paint: (b, { main, accent }) => {
    const stitch = stitches(b, main)
    const arm =
      cloth(b, longSleeve, main, stitch) +
      cloth(b, 'M91 508Q114 522 146 520L140 554Q112 556 86 540Z', main, ribs(b, main))
    const body = symmetric(
      [40, 150],
      [
        [130, 180],
        [130, 215, 114, 235, 116, 276],
        [124, 380, 126, 470, 124, 560],
      ],
      8,
      0,
    )
    return (
      hanger(b) +
      b.cast(body) +
      arm +
      mirrored(arm) +
      shape('M276 150H364L360 300H280Z', dark(main, 0.42)) +
      cloth(
        b,
        'M280 150L192 180Q204 226 206 276C198 380 194 470 196 560Q250 574 318 574L318 340Q282 260 270 152Z',
        main,
        stitch,
      ) +
      cloth(
        b,
        'M360 150L448 180Q436 226 434 276C442 380 446 470 444 560Q390 574 318 574L318 340Q358 260 370 152Z',
        main,
        stitch,
      ) +
      band('M277 153Q288 262 320 342V573M363 153Q352 262 320 342', light(main, 0.12), 18) +
      line('M330 352V572', edge(main), 2.4) +
      buttons(accent, [372, 424, 476, 528], 320) +
      [232, 360]
        .map(
          (x) =>
            box(x, 440, 62, 66, 7, stitch, ` stroke="${edge(main)}" stroke-width="3"`) +
            box(x, 440, 62, 14, 4, light(main, 0.1)),
        )
        .join('') +
      folds(main, 'M214 310C224 370 218 400 220 420', 'M428 320C418 370 422 400 420 424')
    )
  },
}
