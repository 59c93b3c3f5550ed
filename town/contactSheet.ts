import { writeFileSync } from 'node:fs'
import { draw, type MotifName, motifs } from './pictures/draw.ts'

/** All motifs on one sheet, to be looked at by eye after any change to the brush. */
export function contactSheet(columns = 9, size = 200): string {
  const names = Object.keys(motifs) as MotifName[]
  const pitch = size + 12
  const height = Math.ceil(names.length / columns) * pitch + 12
  const width = columns * pitch + 12
  const cells = names.map((motif, i) => {
    const x = 12 + (i % columns) * pitch
    const y = 12 + Math.floor(i / columns) * pitch
    const picture = draw({ motif }).replace(
      '<svg ',
      `<svg x="${x + 10}" y="${y + 2}" width="${size - 20}" height="${size - 20}" `,
    )
    const name = `<text x="${x + size / 2}" y="${y + size - 5}" font-size="11" fill="#756C5F" text-anchor="middle" font-family="sans-serif">${motif}</text>`
    return `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="12" fill="#F3F0EA"/>${picture}${name}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#FBFAF7"/>${cells.join('')}</svg>\n`
}

if (import.meta.main) writeFileSync(process.argv[2] ?? 'docs/pictures.svg', contactSheet())
