import { Check } from '../../kit/Check.tsx'
import type { Purpose } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useAccountWords } from './accountWords.ts'

/** What she said of each purpose and channel, as `purpose channel`. */
export type Said = Readonly<Record<string, boolean>>
export const saidKey = (purpose: string, channel: string) => `${purpose} ${channel}`

type Props = {
  purposes: readonly Purpose[]
  said: Said
  busy?: boolean
  onSay: (purpose: Purpose, channel: string, granted: boolean) => void
}

/** Each purpose with its own words and its own yes: nothing is ticked beforehand, nothing is bundled. */
export function Consents({ purposes, said, busy = false, onSay }: Props) {
  const w = useAccountWords()
  const lang = useLang()
  const channelName = (channel: string) => (w as Record<string, unknown>)[channel] as string | undefined
  return (
    <ul className="grid gap-3">
      {purposes.map((purpose) => {
        const name = lang === 'en' ? purpose.name_en : purpose.name_ja
        const body = lang === 'en' ? purpose.wording?.body_en : purpose.wording?.body_ja
        const plain = purpose.channels.length === 1
        return (
          <li key={purpose.purpose} className="rounded-12 border border-line bg-surface p-4">
            <fieldset>
              <legend className="float-left mb-1 w-full text-16 font-bold">{name}</legend>
              <p className="clear-both text-14 text-ink-2">{body}</p>
              {purpose.required ? (
                <p className="mt-2 text-12 text-ink-2">{w.consentNeeded}</p>
              ) : (
                <div className={plain ? '' : 'mt-1 grid grid-cols-2 gap-x-3 min-[30rem]:grid-cols-3'}>
                  {purpose.channels.map((channel) => (
                    <Check
                      key={channel}
                      disabled={busy}
                      checked={said[saidKey(purpose.purpose, channel)] ?? false}
                      onChange={(granted) => onSay(purpose, channel, granted)}
                    >
                      {plain ? w.consentYes : (channelName(channel) ?? channel)}
                    </Check>
                  ))}
                </div>
              )}
            </fieldset>
          </li>
        )
      })}
    </ul>
  )
}
