import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { optionsText, useName } from '../../kit/naming.ts'
import type { OpenedGift, Place } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api, asSomebody } from '../api.ts'
import { missingIn, nowhere, sent } from '../checkout/address.ts'
import { Receive, type Received } from '../checkout/Receive.tsx'
import { useDelivery } from '../checkout/useDelivery.ts'
import { ShopSheet } from '../ShopPicker.tsx'
import { useShop } from '../shop.ts'
import { useGiftWords } from './giftWords.ts'
import { Wrapping } from './Wrapping.tsx'

const untold: Received = {
  address_id: null,
  given: nowhere,
  remember: false,
  date: '',
  slot: '',
  from: '',
  mode: 'take_away',
}

type Props = { gift: OpenedGift; token: string; onReceived: () => void }

/** What she says to receive it: which one, how, where. Nothing here says what it cost. */
export function Unwrap({ gift, token, onReceived }: Props) {
  const w = useGiftWords()
  const text = useText()
  const name = useName()
  const shop = useShop()
  const [variant_id, setVariant] = useState(gift.goods[0]?.variant_id ?? '')
  const [way, setWay] = useState<'ship' | 'collect'>('ship')
  const [received, setReceived] = useState(untold)
  const [email, setEmail] = useState('')
  const usual = shop?.place?.offers_pickup ? shop.place : null
  const [picked, setPicked] = useState<Place | null>(null)
  const place = picked ?? usual
  const { given, date, slot } = received
  const delivery = useDelivery(way === 'ship' ? given.prefecture.trim() : '', 0)
  const reached = email.trim() === '' || /^\S+@\S+\.\S+$/.test(email.trim())
  const missing = (way === 'ship' ? missingIn(given) !== undefined : place === null) || !reached
  const receive = useAct(async (key) => {
    const wish = {
      ...(delivery?.dates.includes(date) && { date }),
      ...(delivery?.slots.some(({ code }) => code === slot) && { slot }),
    }
    const body = {
      token,
      way,
      variant_id,
      ...(way === 'ship' && { ship: sent(given), ...(Object.keys(wish).length > 0 && { delivery: wish }) }),
      ...(way === 'collect' && place && { place_id: place.place_id }),
      ...(email.trim() && { contact: { email: email.trim() } }),
    }
    await asSomebody(() => take(api.POST('/v1/orders/gift-claims', { body, ...keyed(key) })))
    onReceived()
  })
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-5 px-4 pt-4 tablet:px-5 desk:pt-8">
      <Wrapping gift={gift} title={w.openTitle} />
      {gift.yours && <Notice tone="info">{w.yours}</Notice>}
      {gift.goods.length > 1 && (
        <Choice
          label={w.choose}
          name="gift"
          value={variant_id}
          onChange={setVariant}
          options={gift.goods.map((good) => ({
            value: good.variant_id,
            name: name(good),
            note: optionsText(good.options),
          }))}
        />
      )}
      <Choice
        label={w.wayLabel}
        name="way"
        value={way}
        onChange={setWay}
        options={[
          { value: 'ship', name: w.ship, icon: 'truck' },
          { value: 'collect', name: w.collect, icon: 'store' },
        ]}
      />
      {way === 'ship' ? (
        <Receive
          way="ship"
          value={received}
          onChange={setReceived}
          addresses={[]}
          windows={[]}
          delivery={delivery}
          member={false}
        />
      ) : (
        <Where place={place} onPlace={setPicked} />
      )}
      {!shop?.member && (
        <Field
          label={w.email}
          hint={w.emailHint}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
        />
      )}
      <p className="flex items-center gap-2 text-14 text-ink-2">
        <Icon name="eye" size={20} className="shrink-0" />
        {w.privacy}
      </p>
      {receive.refused && <Notice tone="refused">{text(receive.refused.text)}</Notice>}
      {missing && <p className="text-center text-12 text-ink-2">{w.fillIn}</p>}
      <Button size="main" isDisabled={missing || receive.busy} onPress={() => receive.run()}>
        {receive.busy ? w.receiving : w.receive}
      </Button>
    </div>
  )
}

/** The shop she collects it in. */
function Where({ place, onPlace }: { place: Place | null; onPlace: (place: Place) => void }) {
  const w = useGiftWords()
  const name = useName()
  const [open, setOpen] = useState(false)
  return (
    <section className="flex items-center gap-3 border-b border-line py-2">
      <Icon name="store" size={20} className="text-green" />
      <p className="ui min-w-0 grow text-14">
        <span className="block text-12 text-ink-2">{w.shopLabel}</span>
        <b>{place ? name(place) : w.chooseShop}</b>
      </p>
      <Button look="outline" onPress={() => setOpen(true)}>
        {place ? w.changeShop : w.chooseShop}
      </Button>
      <ShopSheet open={open} onClose={() => setOpen(false)} fit={(each) => each.offers_pickup} onPicked={onPlace} />
    </section>
  )
}
