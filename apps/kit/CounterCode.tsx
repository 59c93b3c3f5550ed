import { Qr } from './Code.tsx'

const QR_PX = 232

/** The code that stands on a shop's counter, on white paper and ready to print. */
export function CounterCode({
  shop,
  words,
  hint,
  url,
  label,
}: Record<'shop' | 'words' | 'hint' | 'url' | 'label', string>) {
  return (
    <article
      data-theme="light"
      data-print
      className="grid justify-items-center gap-3 rounded-6 bg-white p-5 text-center text-ink"
    >
      <b className="text-16">{shop}</b>
      <span className="text-14">{words}</span>
      <Qr text={url} size={QR_PX} label={label} />
      <span className="text-12 text-ink-2">{hint}</span>
    </article>
  )
}
