import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { figure, fullDay } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Picker } from '../../kit/Picker.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Coupon, Offer } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { csvOf, save } from '../list/csv.ts'
import { usePages } from '../list/pages.ts'
import { FigureField, MomentField } from './fields.tsx'
import { useLifeWords } from './lifeWords.ts'

/** The coupons of an offer: issued, looked at, revoked. Codes are told once, to whoever issues them. */
export function Coupons({ offer, makes }: { offer: Offer; makes: boolean }) {
  const w = useLifeWords()
  const text = useText()
  const lang = useLang()
  const say = useToast()
  const cache = useQueryClient()
  const [issuing, setIssuing] = useState(false)
  const { offer_id } = offer
  const found = usePages<Coupon>(['offer', offer_id, 'coupons'], (after) =>
    take(
      api.GET('/v1/promotions/offers/{offer_id}/coupons', {
        params: { path: { offer_id }, query: { limit: 20, ...(after ? { after } : {}) } },
      }),
    ),
  )
  const revoke = useAct(async (key, coupon_id: string) => {
    await take(
      api.POST('/v1/promotions/coupons/{coupon_id}/revocation', { params: { path: { coupon_id } }, ...keyed(key) }),
    )
    await cache.invalidateQueries({ queryKey: ['offer', offer_id] })
    say(w.revokeDone)
  })
  const heads = [w.couponKind, w.state, w.issuedAt, w.expires, '']
  return (
    <section className="grid gap-3">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-14 text-ink-2">{w.coupons}</h2>
        {makes && offer.state !== 'ended' && (
          <Button look="outline" icon="plus" onPress={() => setIssuing(true)}>
            {w.issue}
          </Button>
        )}
      </div>
      {revoke.refused && <Notice tone="refused">{text(revoke.refused.text)}</Notice>}
      {found.rows?.length === 0 ? (
        <p className="text-14 text-ink-2">{w.noCoupons}</p>
      ) : (
        <div className="overflow-x-auto rounded-12 border border-line bg-surface">
          <table aria-label={w.coupons} className="ui figures w-full text-14">
            <thead className="bg-sunk text-left text-12 text-ink-2">
              <tr>
                {heads.map((head) =>
                  head ? (
                    <th key={head} className="px-4 py-2 font-normal">
                      {head}
                    </th>
                  ) : (
                    <td key="acts" />
                  ),
                )}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {found.rows?.map((coupon) => (
                <tr key={coupon.coupon_id}>
                  <td className="px-4 py-2">{w[`kind_${coupon.kind}`]}</td>
                  <td className="px-4 py-2">{w[coupon.state]}</td>
                  <td className="px-4 py-2">{fullDay(coupon.issued_at, lang)}</td>
                  <td className="px-4 py-2">{coupon.expires_at ? fullDay(coupon.expires_at, lang) : '—'}</td>
                  <td className="px-2 text-right">
                    {makes && coupon.state === 'open' && (
                      <Button look="quiet" isDisabled={revoke.busy} onPress={() => revoke.run(coupon.coupon_id)}>
                        {w.revoke}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.onMore && (
        <Button look="outline" className="justify-self-center" onPress={found.onMore}>
          {w.more}
        </Button>
      )}
      <Sheet title={w.issue} open={issuing} onClose={() => setIssuing(false)} side="centre">
        {issuing && <Issue offer_id={offer_id} />}
      </Sheet>
    </section>
  )
}

function Issue({ offer_id }: { offer_id: string }) {
  const w = useLifeWords()
  const cache = useQueryClient()
  const [how, setHow] = useState<'list' | 'public'>('list')
  const [count, setCount] = useState<number | undefined>(100)
  const [code, setCode] = useState('')
  const [expires_at, setExpires] = useState<string | null>(null)
  const [made, setMade] = useState<readonly (Coupon & { code: string })[] | null>(null)
  const act = useAct(async (key) => {
    const what = how === 'list' ? { count: count ?? 0 } : { code: code.trim() }
    const body = { ...what, ...(expires_at ? { expires_at } : {}) }
    const params = { path: { offer_id } }
    const { items } = await take(api.POST('/v1/promotions/offers/{offer_id}/coupons', { params, body, ...keyed(key) }))
    setMade(items)
    await cache.invalidateQueries({ queryKey: ['offer', offer_id] })
  })
  if (made)
    return (
      <div className="grid gap-4">
        <Notice tone="done">{w.issuedCodes(figure(made.length))}</Notice>
        <Button
          size="main"
          icon="share"
          onPress={() =>
            save(
              `coupons-${offer_id}.csv`,
              csvOf(
                [w.code, w.expires],
                made.map((coupon) => [coupon.code, coupon.expires_at ?? '']),
              ),
            )
          }
        >
          {w.codesFile}
        </Button>
      </div>
    )
  return (
    <Form act={act} label={w.issue} ready={how === 'list' ? Boolean(count) : code.trim().length >= 4}>
      <Picker
        label={w.issueHow}
        value={how}
        onChange={(value) => setHow(value as typeof how)}
        options={[
          { value: 'list', label: w.issueList },
          { value: 'public', label: w.issueOne },
        ]}
      />
      {how === 'list' ? (
        <FigureField label={w.howMany} value={count} onChange={setCount} />
      ) : (
        <Field label={w.publicCode} value={code} onChange={setCode} maxLength={40} autoComplete="off" />
      )}
      <MomentField label={w.codeEnds} value={expires_at} onChange={setExpires} />
    </Form>
  )
}
