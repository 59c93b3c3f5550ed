import { Link } from 'react-router'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { figure, fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import type { Proof } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useProofWords } from './proofWords.ts'

/** What her entry brought, or what it waits for. */
export function Outcome({ proof, onMore }: { proof: Proof; onMore: () => void }) {
  const w = useProofWords()
  const name = useName()
  const lang = useLang()
  const { state, prize, points, expected_points, keep_until } = proof
  const until = fullDay(keep_until, lang)
  const coming = figure(expected_points)
  const said =
    state === 'kept'
      ? { title: w.keptTitle, lines: [expected_points > 0 ? w.kept(coming, until) : w.keptSerialOnly(until)] }
      : state === 'review'
        ? { title: w.reviewTitle, lines: [w.review(coming)] }
        : {
            title: prize ? w.wonTitle : w.lostTitle,
            lines: [
              ...(points > 0 ? [w.points(figure(points))] : []),
              ...(prize ? [w.won(name(prize))] : proof.drawn ? [w.lost] : []),
              ...(proof.coupon ? [w.coupon] : []),
            ],
          }
  return (
    <section
      aria-live="polite"
      className="grid justify-items-center gap-3 rounded-12 border border-line bg-surface px-4 py-8 text-center"
    >
      <span className="grid size-16 place-items-center rounded-full bg-wood-tint text-wood">
        <Icon
          name={prize ? 'gift' : state === 'kept' ? 'bookmark' : state === 'review' ? 'clock' : 'check'}
          size={28}
        />
      </span>
      <h2 className="text-22">{said.title}</h2>
      {said.lines.map((line) => (
        <p key={line} className="figures text-14">
          {line}
        </p>
      ))}
      <div className="mt-2 flex flex-wrap justify-center gap-3">
        {state === 'kept' && (
          <Link to="/account?back=%2Fentries" className={buttonClass()}>
            {w.join}
          </Link>
        )}
        <Button look="outline" onPress={onMore}>
          {w.more}
        </Button>
        <Link to="/entries" className={buttonClass('quiet')}>
          {w.mine}
        </Link>
      </div>
    </section>
  )
}
