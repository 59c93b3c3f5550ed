import { type Brush, dark, light, mix } from './brush.ts'
import { box, circle, line, mirrored, shape, symmetric } from './forms.ts'
import type { Motif } from './motif.ts'

/** Wooden hanger with an iron hook; garments cover its arms. */
const hanger = (b: Brush) =>
  line('M320 132C320 108 350 104 350 76A30 30 0 1 0 290 78', '#8B7258', 8) +
  shape('M320 118L186 182Q320 158 454 182Z', b.lit('#B98B57'), '#9A713F', 2)

const edge = (color: string) => dark(color, 0.24)

/** Cloth: base colour, daylight from the upper left, an edge a little darker than itself. */
function cloth(b: Brush, d: string, color: string, weave?: string): string {
  return shape(d, b.lit(color)) + (weave ? shape(d, weave) : '') + shape(d, 'none', edge(color), 3.2)
}

const folds = (color: string, ...d: string[]) => d.map((one) => line(one, dark(color, 0.2), 3.4, 0.55)).join('')

const linen = (b: Brush, color: string) =>
  b.pattern(7, 7, `<path d="M0 1.5H7M1.5 0V7" stroke="${dark(color, 0.35)}" stroke-width=".8" opacity=".16"/>`)

const stitches = (b: Brush, color: string) =>
  b.pattern(
    16,
    14,
    `<path d="M1 2L8 10L15 2" stroke="${dark(color, 0.3)}" stroke-width="2.2" fill="none" opacity=".34"/><path d="M1 5L8 13L15 5" stroke="${light(color, 0.5)}" stroke-width="1.4" fill="none" opacity=".4"/>`,
  )

const ribs = (b: Brush, color: string) =>
  b.pattern(9, 9, `<path d="M2 0V9" stroke="${dark(color, 0.3)}" stroke-width="2.2" opacity=".4"/>`)

const buttons = (color: string, ys: number[], x = 320) =>
  ys.map((y) => circle(x, y, 6.5, color) + circle(x - 1.5, y - 1.5, 2, light(color, 0.5))).join('')

const bodice = symmetric([44, 150], [[128, 180], [128, 215, 112, 235, 114, 272], [120, 380, 118, 470, 124, 556]], 9, 12)
const shortSleeve = 'M194 179C150 200 128 232 96 338Q118 358 160 364C176 330 190 300 208 270Q204 220 194 179Z'
const longSleeve = 'M194 179C152 196 138 240 122 330C110 400 100 460 92 520Q112 534 142 532C162 450 182 350 210 278Q206 220 194 179Z'

export const shirt: Motif = {
  palette: 'kinari',
  paint: (b, { main, accent }) => {
    const weave = linen(b, main)
    const sleeve = cloth(b, shortSleeve, main, weave) + line('M102 318Q126 338 168 345', edge(main), 2.6) + folds(main, 'M188 236C182 262 176 280 170 296')
    const button = mix(accent, main, 0.25)
    return (
      hanger(b) +
      b.cast(bodice) +
      sleeve +
      mirrored(sleeve) +
      cloth(b, bodice, main, weave) +
      folds(main, 'M216 300C232 380 222 440 226 530', 'M258 420C270 460 268 500 264 540', 'M426 320C410 390 420 450 414 524', 'M374 440C366 480 374 510 372 544') +
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
    const body = symmetric([40, 152], [[122, 178], [126, 214, 110, 240, 114, 276], [126, 380, 132, 450, 142, 540]], 16, 14)
    const arm = cloth(b, 'M198 178C150 200 130 260 112 350C102 410 92 440 98 470Q124 490 152 480C170 440 186 350 212 280Q206 220 198 178Z', main) + shape('M94 462Q124 486 158 474L160 500Q126 514 90 490Z', b.lit(main), edge(main), 2.8) + folds(main, 'M140 330C132 390 126 420 124 456', 'M172 300C160 370 150 420 146 452')
    const gathers = [-70, -46, -22, 22, 46, 70].map((x, i) => `M${320 + x} 232C${320 + x * 1.15} 330 ${320 + x * 1.3} 430 ${320 + x * 1.4 + (i % 2 ? 6 : -6)} 520`)
    return (
      hanger(b) + b.cast(body) + arm + mirrored(arm) + cloth(b, body, main, linen(b, main)) + folds(main, ...gathers) +
      line('M226 226Q320 252 414 226', edge(main), 2.6) +
      shape('M280 152Q320 182 360 152Q352 196 320 200Q288 196 280 152Z', dark(main, 0.18)) +
      line('M278 150Q284 206 320 206Q356 206 362 150', b.lit(main), 15) + line('M272 152Q280 214 320 214Q360 214 368 152', edge(main), 2.6) +
      line('M320 212C300 250 306 280 298 306M320 212C338 246 336 276 344 312', accent, 5) + circle(320, 214, 7, accent)
    )
  },
}

export const tee: Motif = {
  palette: 'ai',
  paint: (b, { main, accent }) => {
    const sleeve = cloth(b, shortSleeve, main) + line('M100 322Q124 342 166 349', edge(main), 2.4) + folds(main, 'M190 236C184 262 178 280 172 296')
    const stripes = b.pattern(40, 46, `<path d="M0 8H40" stroke="${accent}" stroke-width="11" opacity=".92"/>`)
    return (
      hanger(b) + b.cast(bodice) + sleeve + mirrored(sleeve) + cloth(b, bodice, main, stripes) +
      shape(bodice, b.linear([0, 0, 0.9, 1], [[0, '#FFFFFF', 0.2], [0.5, '#FFFFFF', 0], [1, '#4A3016', 0.16]])) +
      folds(main, 'M222 310C236 390 226 450 230 534', 'M424 330C408 400 418 450 410 530', 'M300 470C308 500 304 530 300 552') +
      shape('M276 150Q320 178 364 150Q356 206 320 208Q284 206 276 150Z', dark(main, 0.4)) +
      line('M274 149Q280 214 320 214Q360 214 366 149', light(main, 0.1), 13) + line('M266 152Q274 222 320 222Q366 222 374 152', edge(main), 2.4)
    )
  },
}

export const knit: Motif = {
  palette: 'koke',
  paint: (b, { main }) => {
    const stitch = stitches(b, main)
    const cuff = 'M86 506Q112 522 148 518L142 556Q108 558 80 542Z'
    const arm = cloth(b, longSleeve, main, stitch) + cloth(b, cuff, main, ribs(b, main))
    const hem = symmetric([120, 524], [[112, 566]], 9, 9)
    const body = symmetric([50, 148], [[130, 180], [130, 215, 114, 235, 116, 276], [124, 380, 128, 470, 124, 536]], 9, 12)
    const cable = (x: number) => [0, 1, 2, 3, 4, 5, 6].map((i) => line(`M${x - 10} ${238 + i * 42}C${x - 10} ${254 + i * 42} ${x + 10} ${262 + i * 42} ${x + 10} ${278 + i * 42}M${x + 10} ${238 + i * 42}C${x + 10} ${254 + i * 42} ${x - 10} ${262 + i * 42} ${x - 10} ${278 + i * 42}`, dark(main, 0.22), 5, 0.6)).join('')
    return (
      hanger(b) + b.cast(body) + arm + mirrored(arm) + cloth(b, body, main, stitch) + cable(270) + cable(370) + cloth(b, hem, main, ribs(b, main)) +
      shape('M270 148Q320 176 370 148Q360 204 320 206Q280 204 270 148Z', dark(main, 0.4)) +
      line('M270 148Q278 212 320 212Q362 212 370 148', main, 22) + line('M258 150Q268 226 320 226Q372 226 382 150', edge(main), 2.6) + line('M281 147Q288 198 320 199Q352 198 359 147', edge(main), 2.2)
    )
  },
}

export const cardigan: Motif = {
  palette: 'azuki',
  paint: (b, { main, accent }) => {
    const stitch = stitches(b, main)
    const arm = cloth(b, longSleeve, main, stitch) + cloth(b, 'M86 506Q112 522 148 518L142 554Q108 556 80 540Z', main, ribs(b, main))
    const body = symmetric([40, 150], [[130, 180], [130, 215, 114, 235, 116, 276], [124, 380, 126, 470, 124, 560]], 8, 0)
    return (
      hanger(b) + b.cast(body) + arm + mirrored(arm) + shape('M276 150H364L360 300H280Z', dark(main, 0.42)) +
      cloth(b, 'M280 150L192 180Q204 226 206 276C198 380 194 470 196 560Q250 574 318 574L318 340Q282 260 270 152Z', main, stitch) +
      cloth(b, 'M360 150L448 180Q436 226 434 276C442 380 446 470 444 560Q390 574 318 574L318 340Q358 260 370 152Z', main, stitch) +
      line('M276 152Q288 262 318 342V572M364 152Q352 262 320 342', light(main, 0.12), 18) + line('M330 352V572', edge(main), 2.4) +
      buttons(accent, [372, 424, 476, 528], 320) +
      [232, 360].map((x) => box(x, 440, 62, 66, 7, stitch, ` stroke="${edge(main)}" stroke-width="3"`) + box(x, 440, 62, 14, 4, light(main, 0.1))).join('') +
      folds(main, 'M214 310C224 370 218 400 220 420', 'M428 320C418 370 422 400 420 424')
    )
  },
}

export const coat: Motif = {
  palette: 'hinoki',
  paint: (b, { main }) => {
    const body = symmetric([40, 140], [[132, 174], [132, 215, 116, 235, 118, 276], [122, 400, 142, 500, 150, 584]], 6, 0)
    const arm = cloth(b, 'M190 173C148 190 132 240 118 330C106 400 98 450 92 506Q116 522 152 518C168 440 186 350 212 278Q204 220 190 173Z', main) + line('M98 474Q122 488 158 486', edge(main), 2.6) + folds(main, 'M184 240C172 300 162 350 156 400')
    const lapel = (d: string) => shape(d, b.lit(light(main, 0.1)), edge(main), 3)
    return (
      hanger(b) + b.cast(body) + arm + mirrored(arm) + cloth(b, body, main) + shape('M282 140H358L336 286H306Z', dark(main, 0.42)) + shape('M290 140H350L334 230H308Z', '#EFE8DA') +
      folds(main, 'M226 400C222 470 214 520 210 578', 'M416 410C420 480 428 520 432 576', 'M264 440C262 490 258 540 256 584') +
      line('M344 300V589', edge(main), 2.8) +
      lapel('M282 138L244 170L226 250L262 252L256 270L326 330L334 300Q294 240 282 138Z') + lapel('M358 138L396 170L414 250L378 252L384 270L344 330L326 300Q346 240 358 138Z') +
      buttons(dark(main, 0.45), [356, 424, 492], 322) + buttons(dark(main, 0.45), [356, 424, 492], 368) +
      shape('M214 422L284 412L286 438L216 450Z', b.lit(main), edge(main), 2.8) + shape('M426 422L404 418L404 444L424 450Z', b.lit(main), edge(main), 2.8)
    )
  },
}

export const dress: Motif = {
  palette: 'fuji',
  paint: (b, { main, accent }) => {
    const skirt = symmetric([92, 326], [[112, 400, 146, 500, 168, 580]], 12, 4)
    const top = symmetric([42, 148], [[112, 174], [118, 210, 104, 232, 106, 262], [100, 296, 92, 306, 92, 332]], 4, 14)
    const arm = cloth(b, 'M208 172C174 188 150 220 136 284Q160 304 196 300Q206 280 216 260Q212 214 208 172Z', main) + line('M140 272Q164 290 200 288', edge(main), 2.4)
    const sprigs = b.pattern(44, 52, `<g fill="${accent}" opacity=".8"><circle cx="12" cy="14" r="4"/><circle cx="20" cy="10" r="3"/><circle cx="34" cy="40" r="4"/><circle cx="27" cy="44" r="3"/></g>`)
    return (
      hanger(b) + b.cast(skirt) + arm + mirrored(arm) + cloth(b, skirt, main, sprigs) + cloth(b, top, main, sprigs) +
      folds(main, 'M250 350C240 430 226 510 212 584', 'M290 350C286 430 280 520 274 594', 'M350 350C354 430 362 520 366 594', 'M392 350C402 430 414 510 428 584') +
      shape('M226 318Q320 334 414 318L414 344Q320 360 226 344Z', b.lit(dark(main, 0.12)), edge(main), 2.6) +
      shape('M278 150Q320 180 362 150Q356 204 320 206Q284 204 278 150Z', dark(main, 0.3)) + line('M276 149Q282 212 320 212Q358 212 364 149', light(main, 0.25), 10)
    )
  },
}

export const skirt: Motif = {
  palette: 'shu',
  paint: (b, { main }) => {
    const d = symmetric([96, 190], [[120, 300, 160, 430, 184, 552]], 14, 5)
    const pleats = [-150, -100, -50, 0, 50, 100, 150].map((x) => `M${320 + x * 0.5} 232L${320 + x * 1.08} 560`)
    return (
      line('M320 130C320 108 350 104 350 78A30 30 0 1 0 290 80', '#8B7258', 8) + line('M196 150H444', '#B98B57', 14) +
      [232, 392].map((x) => box(x, 140, 18, 56, 5, b.round('#9C9388'))).join('') + b.cast(d) + cloth(b, d, main) +
      pleats.map((p) => line(p, dark(main, 0.3), 4, 0.6)).join('') + pleats.map((p) => line(p.replace('M', 'M-0 0M'), light(main, 0.3), 1.6, 0.35)).join('') +
      cloth(b, symmetric([97, 188], [[101, 232]], 5, 5), dark(main, 0.1))
    )
  },
}

export const trousers: Motif = {
  palette: 'sumi',
  paint: (b, { main, accent }) => {
    const d = 'M216 178Q320 190 424 178C434 260 440 330 440 420L436 576Q396 586 356 578L322 330L284 578Q244 586 204 576L200 420C200 330 206 260 216 178Z'
    return (
      line('M320 118C320 98 348 94 348 70A28 28 0 1 0 292 72', '#8B7258', 8) + line('M204 138H436', '#B98B57', 14) +
      [238, 386].map((x) => box(x, 128, 18, 58, 5, b.round('#9C9388'))).join('') + b.cast(d) + cloth(b, d, main, linen(b, main)) +
      folds(main, 'M246 240C242 360 244 460 242 570', 'M394 240C398 360 396 460 398 570') + line('M321 206Q330 260 322 330', edge(main), 3) +
      line('M222 240Q250 236 262 206M418 240Q390 236 378 206', edge(main), 3) + cloth(b, 'M216 176Q320 190 424 176L427 206Q320 220 213 206Z', main) +
      circle(320, 198, 7, accent) + [250, 390].map((x) => box(x - 5, 176, 10, 36, 3, light(main, 0.12))).join('')
    )
  },
}

export const apron: Motif = {
  palette: 'asagi',
  paint: (b, { main, accent }) => {
    const d = symmetric([74, 208], [[78, 270, 96, 300, 142, 316], [146, 400, 144, 500, 138, 566]], 8, 4)
    return (
      line('M320 112C320 96 344 92 344 72A24 24 0 1 0 296 72', '#8B7258', 7) + line('M250 210C262 150 296 126 320 122C344 126 378 150 390 210', light(main, 0.1), 11) +
      line('M180 322C140 350 150 420 128 470M460 322C500 350 490 420 512 470', dark(main, 0.08), 10) + b.cast(d) + cloth(b, d, main, linen(b, main)) +
      shape('M248 388H392V470Q392 486 376 486H264Q248 486 248 470Z', b.lit(light(main, 0.12)), edge(main), 3) + line('M248 404H392M320 404V486', edge(main), 2.4) +
      folds(main, 'M222 350C232 420 222 480 226 556', 'M420 350C410 420 420 490 414 556') + box(346, 420, 30, 22, 3, accent)
    )
  },
}
