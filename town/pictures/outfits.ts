import { dark, edge, light } from './brush.ts'
import { buttons, cloth, folds, hanger, linen } from './cloth.ts'
import { band, box, circle, line, mirrored, shape, symmetric } from './forms.ts'
import type { Motif } from './motif.ts'

export const coat: Motif = {
  palette: 'hinoki',
  paint: (b, { main }) => {
    const body = symmetric(
      [40, 140],
      [
        [132, 174],
        [132, 215, 116, 235, 118, 276],
        [122, 400, 142, 500, 150, 584],
      ],
      6,
      0,
    )
    const arm =
      cloth(
        b,
        'M190 173C148 190 132 240 118 330C106 400 98 450 92 506Q116 522 152 518C168 440 186 350 212 278Q204 220 190 173Z',
        main,
      ) +
      line('M98 474Q122 488 158 486', edge(main), 2.6) +
      folds(main, 'M184 240C172 300 162 350 156 400')
    const lapel = (d: string) => shape(d, b.lit(light(main, 0.1)), edge(main), 3)
    return (
      hanger(b) +
      b.cast(body) +
      arm +
      mirrored(arm) +
      cloth(b, body, main) +
      shape('M282 140H358L336 286H306Z', dark(main, 0.42)) +
      shape('M290 140H350L334 230H308Z', '#EFE8DA') +
      folds(
        main,
        'M226 400C222 470 214 520 210 578',
        'M416 410C420 480 428 520 432 576',
        'M264 440C262 490 258 540 256 584',
      ) +
      line('M344 300V589', edge(main), 2.8) +
      lapel('M282 138L244 170L226 250L262 252L256 270L326 330L334 300Q294 240 282 138Z') +
      lapel('M358 138L396 170L414 250L378 252L384 270L344 330L326 300Q346 240 358 138Z') +
      buttons(dark(main, 0.45), [356, 424, 492], 322) +
      buttons(dark(main, 0.45), [356, 424, 492], 368) +
      shape('M205 424L257 415L259 441L207 450Z', b.lit(main), edge(main), 2.8) +
      shape('M435 424L389 416L387 442L433 450Z', b.lit(main), edge(main), 2.8)
    )
  },
}

export const dress: Motif = {
  palette: 'fuji',
  paint: (b, { main, accent }) => {
    const skirt = symmetric([92, 326], [[112, 400, 146, 500, 168, 580]], 12, 4)
    const top = symmetric(
      [42, 148],
      [
        [112, 174],
        [118, 210, 104, 232, 106, 262],
        [100, 296, 92, 306, 92, 332],
      ],
      4,
      14,
    )
    const arm =
      cloth(b, 'M208 172C174 188 150 220 136 284Q160 304 196 300Q206 280 216 260Q212 214 208 172Z', main) +
      line('M140 272Q164 290 200 288', edge(main), 2.4)
    const sprigs = b.pattern(
      44,
      52,
      `<g fill="${accent}" opacity=".8"><circle cx="12" cy="14" r="4"/><circle cx="20" cy="10" r="3"/><circle cx="34" cy="40" r="4"/><circle cx="27" cy="44" r="3"/></g>`,
    )
    return (
      hanger(b) +
      b.cast(skirt) +
      arm +
      mirrored(arm) +
      cloth(b, skirt, main, sprigs) +
      cloth(b, top, main, sprigs) +
      folds(
        main,
        'M250 350C240 430 226 510 212 584',
        'M290 350C286 430 280 520 274 594',
        'M350 350C354 430 362 520 366 594',
        'M392 350C402 430 414 510 428 584',
      ) +
      shape('M226 318Q320 334 414 318L414 344Q320 360 226 344Z', b.lit(dark(main, 0.12)), edge(main), 2.6) +
      shape('M278 150Q320 180 362 150Q356 204 320 206Q284 204 278 150Z', dark(main, 0.3)) +
      band('M275 151Q282 212 320 212Q358 212 365 151', light(main, 0.25), 10)
    )
  },
}

export const skirt: Motif = {
  palette: 'shu',
  paint: (b, { main }) => {
    const d = symmetric([96, 190], [[120, 300, 160, 430, 184, 552]], 14, 5)
    const pleats = [-150, -100, -50, 0, 50, 100, 150].map((x) => `M${320 + x * 0.56} 238L${320 + x * 1.08} 552`)
    return (
      line('M320 130C320 108 350 104 350 78A30 30 0 1 0 290 80', '#8B7258', 8) +
      line('M196 150H444', '#B98B57', 14) +
      [232, 392].map((x) => box(x, 140, 18, 56, 5, b.round('#9C9388'))).join('') +
      b.cast(d) +
      cloth(b, d, main) +
      pleats.map((p) => line(p, dark(main, 0.3), 4, 0.6)).join('') +
      cloth(b, symmetric([97, 188], [[101, 232]], 5, 5), dark(main, 0.1))
    )
  },
}

export const trousers: Motif = {
  palette: 'sumi',
  paint: (b, { main, accent }) => {
    const d =
      'M216 178Q320 190 424 178C434 260 440 330 440 420L436 576Q396 586 356 578L322 330L284 578Q244 586 204 576L200 420C200 330 206 260 216 178Z'
    return (
      line('M320 118C320 98 348 94 348 70A28 28 0 1 0 292 72', '#8B7258', 8) +
      line('M204 138H436', '#B98B57', 14) +
      [238, 386].map((x) => box(x, 128, 18, 58, 5, b.round('#9C9388'))).join('') +
      b.cast(d) +
      cloth(b, d, main, linen(b, main)) +
      folds(main, 'M246 240C242 360 244 460 242 570', 'M394 240C398 360 396 460 398 570') +
      line('M321 206Q330 260 322 330', edge(main), 3) +
      line('M222 240Q250 236 262 206M418 240Q390 236 378 206', edge(main), 3) +
      cloth(b, 'M216 176Q320 190 424 176L427 206Q320 220 213 206Z', main) +
      circle(320, 198, 7, accent) +
      [250, 390].map((x) => box(x - 5, 176, 10, 36, 3, light(main, 0.12))).join('')
    )
  },
}

export const apron: Motif = {
  palette: 'asagi',
  paint: (b, { main, accent }) => {
    const d = symmetric(
      [74, 208],
      [
        [78, 270, 96, 300, 142, 316],
        [146, 400, 144, 500, 138, 566],
      ],
      8,
      4,
    )
    return (
      line('M320 112C320 96 344 92 344 72A24 24 0 1 0 296 72', '#8B7258', 7) +
      line('M250 210C262 150 296 126 320 122C344 126 378 150 390 210', light(main, 0.1), 11) +
      line('M180 322C140 350 150 420 128 470M460 322C500 350 490 420 512 470', dark(main, 0.08), 10) +
      b.cast(d) +
      cloth(b, d, main, linen(b, main)) +
      shape('M248 388H392V470Q392 486 376 486H264Q248 486 248 470Z', b.lit(light(main, 0.12)), edge(main), 3) +
      line('M248 404H392M320 404V486', edge(main), 2.4) +
      folds(main, 'M222 350C232 420 222 480 226 556', 'M420 350C410 420 420 490 414 556') +
      box(346, 420, 30, 22, 3, accent)
    )
  },
}
