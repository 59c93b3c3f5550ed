import { useEffect, useState } from 'react'
import { Link, type MetaFunction } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { EmptyState } from '../../kit/States.tsx'
import type { OpenedGift } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api, asSomebody } from '../api.ts'
import { useGiftWords } from '../gift/giftWords.ts'
import { Received } from '../gift/Received.tsx'
import { Unwrap } from '../gift/Unwrap.tsx'

/** Nobody finds a gift by searching, and no page hears where she came from. */
export const meta: MetaFunction = () => [
  { title: 'Gift' },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'no-referrer' },
]

/** A gift as its recipient opens it: what its link says stands behind #, which no server is told. */
export default function GiftPage() {
  const w = useGiftWords()
  const text = useText()
  const token = useToken()
  const [gift, setGift] = useState<OpenedGift | null>(null)
  const look = useAct(async (key, said: string) => {
    setGift(null)
    const body = { token: said }
    setGift(await asSomebody(() => take(api.POST('/v1/gifts/openings', { body, ...keyed(key) }))))
  })
  const { run } = look
  useEffect(() => {
    if (token) void run(token)
  }, [run, token])
  const again = () => void (token && run(token))
  if (token === '' || (look.refused && look.refused.status < 429 && look.refused.status >= 400))
    return <EmptyState icon="gift" title={w.unknownTitle} text={w.unknownText} />
  if (look.refused)
    return (
      <EmptyState icon="gift" title={text(look.refused.text)}>
        <Button onPress={again}>{w.again}</Button>
      </EmptyState>
    )
  if (!gift || !token) return <Skeleton className="mx-auto mt-6 h-96 max-w-[40rem]" />
  if (gift.order_id) return <Received gift={gift} order_id={gift.order_id} />
  if (gift.may_receive) return <Unwrap gift={gift} token={token} onReceived={again} />
  const claimed = gift.state === 'claimed'
  return (
    <EmptyState
      icon="gift"
      title={claimed ? w.claimedTitle : w.expiredTitle}
      text={claimed ? w.claimedText : w.expiredText}
    >
      {gift.yours && (
        <Link to="/gifts" className={buttonClass('outline')}>
          {w.sentTitle}
        </Link>
      )}
    </EmptyState>
  )
}

/** What the address says behind #; null before the browser has told it. */
function useToken(): string | null {
  const [token, setToken] = useState<string | null>(null)
  useEffect(() => {
    const read = () => setToken(/^#([\w-]{22})$/.exec(location.hash)?.[1] ?? '')
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return token
}
