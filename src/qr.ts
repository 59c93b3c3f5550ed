// By its default: the name `raw` is a kind of bar code there.
import codes from 'bwip-js/node'

type Raw = { pixs: number[]; pixx: number; pixy: number }
const margin = 2

/** A QR code of letters, two rows in a line, dark on light whatever the terminal's colours. */
export function terminalQr(text: string): string {
  const { pixs, pixx, pixy } = codes.raw('qrcode', text, 'eclevel=M')[0] as unknown as Raw
  const dark = (x: number, y: number) => x >= 0 && y >= 0 && x < pixx && y < pixy && pixs[y * pixx + x] === 1
  const lines: string[] = []
  for (let y = -margin; y < pixy + margin; y += 2) {
    let line = ''
    for (let x = -margin; x < pixx + margin; x++) {
      const [above, below] = [dark(x, y), dark(x, y + 1)]
      line += above ? (below ? '█' : '▀') : below ? '▄' : ' '
    }
    lines.push(`\x1b[30;47m${line}\x1b[0m`)
  }
  return lines.join('\n')
}
