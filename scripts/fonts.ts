/**
 * Makes the two committed subsets of Noto Sans JP (SIL Open Font License) that PDFs are written with: the regular weight with every
 * sign of Windows-31J and some of names beyond it, the bold one with the signs of our own words. Run by hand when the words
 * change: `node scripts/node24.cjs scripts/fonts.ts`. The font and the subsetter are fetched into a temporary folder; neither is a
 * dependency of the project.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const out = join(root, 'fonts')
const work = mkdtempSync(join(tmpdir(), 'engawa-fonts-'))
const packages = ['@expo-google-fonts/noto-sans-jp@0.4.3', 'subset-font@2.9.0']
const npm = spawnSync(
  'npm',
  ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', work, ...packages],
  {
    stdio: 'inherit',
  },
)
if (npm.status !== 0) process.exit(npm.status ?? 1)

const subset = createRequire(join(work, 'package.json'))('subset-font') as (
  font: Buffer,
  signs: string,
  options: { targetFormat: 'truetype'; noLayoutClosure: true },
) => Promise<Buffer>
const font = join(work, 'node_modules/@expo-google-fonts/noto-sans-jp')
const latin = signs(0x20, 0x7e) + signs(0xa0, 0x17f)
const own = readFileSync(join(root, 'src/channels/paper/words.ts'), 'utf8')

mkdirSync(out, { recursive: true })
copyFileSync(join(font, 'LICENSE_FONT'), join(out, 'OFL.txt'))
await write(
  'NotoSansJP-Regular.ttf',
  '400Regular/NotoSansJP_400Regular.ttf',
  `${latin}${windows31j()}−–—〜‖′″•…€𠮷𠮟𡈽𡌛𣘺𣜿𤭖𩸽鷗俠剝吞噓塡姸屛幷搔摑攢潑瀆瘦簞繡蔣蟬蠟醬頰顚鹼麴`,
)
await write(
  'NotoSansJP-Bold.ttf',
  '700Bold/NotoSansJP_700Bold.ttf',
  `${latin}${signs(0x3000, 0x30ff)}${signs(0xff01, 0xff5e)}−–¥〒様御中株式会社${own}`,
)
rmSync(work, { recursive: true, force: true })

async function write(name: string, from: string, wanted: string): Promise<void> {
  const made = await subset(readFileSync(join(font, from)), [...new Set(wanted)].join(''), {
    targetFormat: 'truetype',
    // No alternates, no vertical forms: our papers are written in lines.
    noLayoutClosure: true,
  })
  writeFileSync(join(out, name), made)
  console.log(`${name}: ${Math.round(made.length / 1024)} KB`)
}

function signs(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at))
}

/** Every sign a Japanese till can print: JIS X 0208 with the makers' additions. */
function windows31j(): string {
  const decoder = new TextDecoder('shift_jis')
  let all = ''
  for (let lead = 0x81; lead <= 0xfc; lead++)
    for (let trail = 0x40; trail <= 0xfc; trail++)
      if ((lead < 0xa0 || lead > 0xdf) && trail !== 0x7f) all += decoder.decode(Uint8Array.of(lead, trail))
  return all.replaceAll('\ufffd', '')
}
