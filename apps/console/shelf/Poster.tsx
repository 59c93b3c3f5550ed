import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { useName } from '../../kit/naming.ts'
import { Select } from '../../kit/Select.tsx'
import type { Campaign } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useShelfWords } from './words.ts'

/** What hangs at the shelf, of one of its goods or of all: on the screen as on the paper. */
export function Poster({ campaign }: { campaign: Campaign }) {
  const w = useShelfWords()
  const name = useName()
  const { campaign_id, code, state } = campaign
  const [goods, setGoods] = useState('')
  const shelf = useQuery({
    queryKey: ['shelf-campaign', campaign_id, 'shelf'],
    queryFn: () => take(api.GET('/v1/proofs/shelves/{code}', { params: { path: { code } } })),
    enabled: state !== 'draft',
  })
  const poster = useQuery({
    queryKey: ['shelf-campaign', campaign_id, 'poster', goods],
    queryFn: () =>
      take(
        api.GET('/v1/proofs/campaigns/{campaign_id}/poster', {
          params: { path: { campaign_id }, query: goods ? { goods } : {} },
        }),
      ),
  })
  const { data } = poster
  return (
    <section className="grid gap-3">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-14 text-ink-2">{w.poster}</h2>
        <Button look="outline" isDisabled={!data} onPress={() => print()}>
          {w.print}
        </Button>
      </div>
      {(shelf.data?.goods.length ?? 0) > 1 && (
        <Select
          label={w.posterFor}
          value={goods}
          onChange={setGoods}
          options={[
            { value: '', name: w.allGoods },
            ...(shelf.data?.goods ?? []).map((one) => ({ value: one.variant_id, name: name(one) })),
          ]}
        />
      )}
      {data && (
        <article
          data-print
          className="grid justify-items-center gap-4 rounded-6 border border-line bg-white px-6 py-8 text-center text-black"
        >
          <p className="text-18 font-bold">{w.posterLead}</p>
          <p className="text-28 font-bold">{name(data)}</p>
          <img src={`data:image/svg+xml,${encodeURIComponent(data.qr_svg)}`} alt={w.qrLabel} className="size-56" />
          <p className="text-14">{w.posterHow}</p>
          <p className="text-12">{campaign.maker}</p>
        </article>
      )}
      {data && <p className="text-12 break-all text-ink-2">{`${w.url}: ${data.shelf_url}`}</p>}
    </section>
  )
}
