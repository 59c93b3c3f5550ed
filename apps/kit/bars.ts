import { ean13, qrcode } from 'bwip-js/browser'

type Drawing = { d: string; width: number }

/** The modules of a QR code as one SVG path, one unit a module, without the quiet zone. */
export function qrPath(text: string): Drawing {
  const drawn = tracer()
  qrcode({ bcid: 'qrcode', text, scale: 1 }, drawn)
  return drawn.end()
}

/** The 95 modules of an EAN-13 as bars of height 1; a wrong check digit throws. */
export function ean13Path(digits: string): Drawing {
  const drawn = tracer()
  ean13({ bcid: 'ean13', text: digits, scale: 1, height: 10 }, drawn)
  return { d: drawn.end().d, width: 95 }
}

function tracer() {
  const path: string[] = []
  let width = 0
  let unit = 1
  return {
    scale(x: number, y: number): [number, number] {
      unit = x
      return [x, y]
    },
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init(w: number) {
      width = w
    },
    // An odd width has its middle between two pixels; the library rounds it up.
    line(x: number, _y0: number, _x1: number, _y1: number, thick: number) {
      path.push(`M${x - Math.ceil(thick / 2)} 0h${thick}v1h-${thick}z`)
    },
    polygon(points: [number, number][]) {
      path.push(`M${points.map(([x, y]) => `${x / unit} ${y / unit}`).join('L')}z`)
    },
    hexagon() {},
    ellipse() {},
    fill() {},
    text() {},
    end: (): Drawing => ({ d: path.join(''), width: width / unit }),
  }
}
