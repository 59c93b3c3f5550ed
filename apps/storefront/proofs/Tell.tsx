import { useId, useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { Select } from '../../kit/Select.tsx'
import type { Proof, ShelfCampaign } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api, asSomebody } from '../api.ts'
import { shrunk } from './photo.ts'
import { useProofWords } from './proofWords.ts'

type Props = { shelf: ShelfCampaign; first: string | null; onTold: (proof: Proof) => void }

/** What she says of her purchase: the receipt, or the serial that lay in it. */
export function Tell({ shelf, first, onTold }: Props) {
  const w = useProofWords()
  const text = useText()
  const name = useName()
  const known = shelf.goods.some(({ variant_id }) => variant_id === first)
  const [variant_id, setVariant] = useState((known ? first : shelf.goods[0]?.variant_id) ?? '')
  const [how, setHow] = useState<'receipt' | 'serial'>('receipt')
  const [shop, setShop] = useState('')
  const [bought_on, setDay] = useState('')
  const [number, setNumber] = useState('')
  const [price, setPrice] = useState('')
  const [serial, setSerial] = useState('')
  const [photo, setPhoto] = useState<string | null>(null)
  const price_yen = Number(price)
  const receipt = {
    shop: shop.trim(),
    bought_on,
    number: number.trim(),
    price_yen,
    ...(photo && { photo: { base64: photo } }),
  }
  const ready =
    how === 'serial' ? serial.trim().length >= 4 : Boolean(receipt.shop && bought_on && receipt.number && price_yen)
  const act = useAct(async (key) => {
    const said = how === 'serial' ? { serial: serial.trim() } : { receipt }
    const body = { code: shelf.code, variant_id, ...said }
    onTold(await asSomebody(() => take(api.POST('/v1/proofs/entries', { body, ...keyed(key) }))))
  })
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void act.run()
      }}
    >
      {shelf.goods.length > 1 && (
        <Select
          label={w.chooseGoods}
          value={variant_id}
          onChange={setVariant}
          options={shelf.goods.map((one) => ({
            value: one.variant_id,
            name: [name(one), ...Object.values(one.options)].join(' '),
          }))}
        />
      )}
      {shelf.takes_serials && (
        <Choice
          label={w.how}
          name="how"
          value={how}
          onChange={setHow}
          options={[
            { value: 'receipt', name: w.byReceipt, icon: 'receipt' },
            { value: 'serial', name: w.bySerial, icon: 'keypad' },
          ]}
        />
      )}
      {how === 'serial' ? (
        <Field
          label={w.serial}
          hint={w.serialHint}
          value={serial}
          onChange={setSerial}
          maxLength={60}
          autoComplete="off"
        />
      ) : (
        <>
          <Field label={w.shop} hint={w.shopHint} value={shop} onChange={setShop} maxLength={60} />
          <Field label={w.boughtOn} type="date" value={bought_on} onChange={setDay} />
          <Field
            label={w.number}
            hint={w.numberHint}
            value={number}
            onChange={setNumber}
            maxLength={40}
            autoComplete="off"
          />
          <Field
            label={w.price}
            inputMode="numeric"
            value={price}
            onChange={(typed) => setPrice(typed.normalize('NFKC').replace(/\D/g, '').slice(0, 8))}
            inputClass="figures"
          />
          <Photo onChange={setPhoto} />
        </>
      )}
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <Button type="submit" size="main" isDisabled={!ready || act.busy}>
        {act.busy ? w.entering : w.enter}
      </Button>
    </form>
  )
}

function Photo({ onChange }: { onChange: (base64: string | null) => void }) {
  const w = useProofWords()
  const id = useId()
  const [bad, setBad] = useState(false)
  const chosen = async (file: File | undefined) => {
    const small = file ? await shrunk(file) : null
    setBad(Boolean(file) && !small)
    onChange(small)
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="ui text-14 font-bold text-ink">
        {w.photo}
      </label>
      <input
        id={id}
        type="file"
        accept="image/*"
        aria-describedby={`${id}-hint`}
        onChange={(event) => void chosen(event.target.files?.[0])}
        className="ui min-h-12 w-full rounded-6 border border-control bg-surface px-3 py-2 text-14 text-ink"
      />
      <span id={`${id}-hint`} className={bad ? 'text-14 text-vermilion' : 'text-12 text-ink-3'}>
        {bad ? w.photoBad : w.photoHint}
      </span>
    </div>
  )
}
