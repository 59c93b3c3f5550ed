import { figure, fullDay, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { ShelfCampaign } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useProofWords } from './proofWords.ts'

/** What the law and fairness want said before she enters: prizes, how many, how likely, until when, what becomes of what she tells. */
export function Terms({ shelf }: { shelf: ShelfCampaign }) {
  const w = useProofWords()
  const name = useName()
  const lang = useLang()
  const { prizes, odds_den } = shelf
  const own = (lang === 'en' && shelf.terms_en) || shelf.terms
  return (
    <section className="grid gap-3 border-t border-line pt-5">
      <h2 className="text-16">{w.terms}</h2>
      {prizes.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {prizes.map((prize) => (
            <li key={prize.prize_id} className="ui grid gap-0.5 py-3 text-14">
              <b>
                {name(prize)} <span className="figures font-normal text-ink-2">{w.worth(yen(prize.value_yen))}</span>
              </b>
              <span className="figures text-12 text-ink-2">
                {w.odds(figure(prize.odds_num), figure(odds_den))} ／{' '}
                {w.quantity(figure(prize.quantity), figure(prize.left_count))} ／{' '}
                {w.prizeDays(fullDay(prize.starts_on, lang), fullDay(prize.ends_on, lang))}
              </span>
            </li>
          ))}
        </ul>
      )}
      <ul className="figures ml-5 grid list-disc gap-1 text-12 text-ink-2">
        <li>{w.once}</li>
        <li>{w.untilTerm(fullDay(shelf.enter_until, lang))}</li>
        <li>{w.guestTerm(figure(shelf.keep_days))}</li>
        {prizes.length > 0 && <li>{w.goneDraw}</li>}
        <li>{w.privacy}</li>
      </ul>
      {own && <p className="text-12 whitespace-pre-line text-ink-2">{own}</p>}
    </section>
  )
}
