import { useLang } from '../../kit/words.ts'

type Text = { ja: string; en?: string | undefined }

/** What the retailer wrote, line by line; in English where there is English, else as it was written. */
export function Written({ text }: { text: Text }) {
  const lang = useLang()
  const english = lang === 'en' && text.en
  return (
    <span lang={english ? 'en' : 'ja'} className="whitespace-pre-line">
      {english || text.ja}
    </span>
  )
}
