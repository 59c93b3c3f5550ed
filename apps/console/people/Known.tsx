import type { ReactNode } from 'react'
import { fullDay, phone } from '../../kit/format.ts'
import type { Glyph } from '../../kit/glyphs.ts'
import { Icon } from '../../kit/Icon.tsx'
import type { Customer } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useWords } from '../words.ts'

/** By what we know that it is she, and what she allows: the two things every other use depends on. */
export function Known({ customer }: { customer: Customer }) {
  const w = useWords()
  const lang = useLang()
  const { facts, profile_ids, merges } = customer
  return (
    <>
      <h2 className="mb-2 text-14 text-ink-2">{w.sameAs}</h2>
      <ul className="divide-y divide-line border-y border-line">
        <Row icon="card" value={customer.member_number} />
        <Row icon="mail" value={customer.email} />
        <Row icon="phone" value={customer.phone && phone(customer.phone)} />
        <Row icon="pin" value={[facts.prefecture, facts.city].filter(Boolean).join('') || null} />
        <Row icon="link" value={w.profiles(String(profile_ids.length))} />
        {merges.map((merge) => (
          <Row key={merge.merge_id} icon="people" value={`${w.merged} ${fullDay(merge.merged_at, lang)}`} />
        ))}
        <Row icon="clock" value={`${w.joined} ${fullDay(facts.registered_at, lang)}`} />
      </ul>
      <Consents consents={customer.consents} />
    </>
  )
}

function Row({ icon, value }: { icon: Glyph; value: ReactNode }) {
  if (!value) return null
  return (
    <li className="ui figures flex min-h-10 items-center gap-3 text-14">
      <Icon name={icon} size={18} className="text-ink-2" />
      <span className="min-w-0">{value}</span>
    </li>
  )
}

const MARKS = { yes: '◎', no: '×', unknown: '—' }
/** A purpose that asks for no channel is consented to as such. */
const ANY = 'any'

type Consents = Customer['consents']

/** Purpose by channel: ◎ allowed, × refused, — never asked. */
function Consents({ consents }: { consents: Consents }) {
  const w = useWords()
  const lang = useLang()
  const channels = [...new Set(consents.map((consent) => consent.channel))].filter((channel) => channel !== ANY)
  const purposes = [...new Map(consents.map((consent) => [consent.purpose, consent])).values()]
  const names: Record<string, string> = { email: w.mail, line: w.line, phone: w.tel, push: w.push, postal: w.postal }
  return (
    <>
      <h2 className="mt-6 mb-2 text-14 text-ink-2">{w.consents}</h2>
      {purposes.length === 0 ? (
        <p className="text-14 text-ink-3">{w.noConsents}</p>
      ) : (
        <table className="ui w-full text-14">
          <thead>
            <tr className="text-12 whitespace-nowrap text-ink-2">
              <th className="py-1.5 text-left font-normal">{w.purpose}</th>
              {channels.map((channel) => (
                <th key={channel} className="px-0.5 font-normal">
                  {names[channel] ?? channel}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-y border-line">
            {purposes.map((each) => (
              <tr key={each.purpose}>
                <th scope="row" className="py-2 pr-2 text-left font-normal">
                  {lang === 'ja' ? each.name_ja : each.name_en}
                </th>
                <Marks consents={consents.filter((one) => one.purpose === each.purpose)} channels={channels} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Marks({ consents, channels }: { consents: Consents; channels: string[] }) {
  const w = useWords()
  const whole = consents.find((consent) => consent.channel === ANY)
  if (whole) {
    return (
      <td colSpan={channels.length} className={`text-center ${whole.granted ? 'text-green' : 'text-ink-2'}`}>
        {whole.granted ? `${MARKS.yes} ${w.allowed}` : `${MARKS.no} ${w.refused}`}
      </td>
    )
  }
  return channels.map((channel) => {
    const found = consents.find((consent) => consent.channel === channel)
    const state = found ? (found.granted ? 'yes' : 'no') : 'unknown'
    return (
      <td key={channel} className={`text-center ${state === 'yes' ? 'text-green' : 'text-ink-3'}`}>
        {MARKS[state]}
      </td>
    )
  })
}
