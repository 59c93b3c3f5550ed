import { useEffect, useState } from 'react'
import { Link, type MetaFunction } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { buttonClass } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { optionsText, useName } from '../../kit/naming.ts'
import { refusalOf } from '../../kit/problem.ts'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { EmptyState } from '../../kit/States.tsx'
import type { OpenedGift } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api, asSomebody } from '../api.ts'
import { useGiftWords } from '../gift/giftWords.ts'
import { ShareLink } from '../gift/ShareLink.tsx'

export const meta: MetaFunction = () => [
  { title: 'Gifts' },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'no-referrer' },
]

type Opened = { token: string; gift: OpenedGift | null }

/** The links of gifts bought at a counter, on the giver's phone: what the desk's code says stands behind #, which no server is told. */
export default function GiftLinks() {
  const w = useGiftWords()
  const name = useName()
  const text = useText()
  const [origin, setOrigin] = useState('')
  const [opened, setOpened] = useState<Opened[] | null>(null)
  const look = useAct(async (key, tokens: string[]) => {
    const found: Opened[] = []
    for (const token of tokens) {
      const more = keyed(`${key}-${token}`)
      const gift = await asSomebody(() => take(api.POST('/v1/gifts/openings', { body: { token }, ...more }))).catch(
        (thrown) => {
          // Made anew or given up meanwhile: the others are still hers to send.
          if (refusalOf(thrown).status !== 404) throw thrown
          return null
        },
      )
      found.push({ token, gift })
    }
    setOpened(found)
  })
  const { run } = look
  useEffect(() => {
    setOrigin(location.origin)
    void run([...location.hash.matchAll(/[\w-]{22}/g)].map(([token]) => token))
  }, [run])
  if (look.refused) return <Notice tone="refused">{text(look.refused.text)}</Notice>
  if (!opened) return <Skeleton className="mx-auto mt-6 h-96 max-w-[40rem]" />
  const there = opened.filter(({ gift }) => gift !== null)
  if (there.length === 0) return <EmptyState icon="gift" title={w.unknownTitle} text={w.unknownText} />
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-5 px-4 pt-4 tablet:px-5 desk:pt-8">
      <header className="grid gap-1">
        <h1 className="text-22 desk:text-28">{w.linksTitle}</h1>
        <p className="text-14 text-ink-2">{w.linksText}</p>
      </header>
      <ol className="grid gap-3">
        {there.map(({ token, gift }, at) => (
          <li key={token} className="grid gap-3 rounded-12 border border-line bg-surface p-4">
            <p className="ui text-14">
              <b className="figures mr-2 text-wood">{w.nth(figure(at + 1))}</b>
              {gift?.goods[0] && `${name(gift.goods[0])} ${optionsText(gift.goods[0].options)}`}
              {gift?.state === 'claimed' && <span className="block text-green">{w.stateClaimed}</span>}
            </p>
            {gift?.message && <p className="whitespace-pre-line rounded-6 bg-sunk px-3 py-2 text-14">{gift.message}</p>}
            {gift?.may_receive && (
              <div className="flex flex-wrap gap-2">
                <ShareLink url={`${origin}/gift#${token}`} words={w.shareText(gift.from ?? '')} />
              </div>
            )}
          </li>
        ))}
      </ol>
      <Link to="/" className={buttonClass('outline')}>
        {w.toShop}
      </Link>
    </div>
  )
}
