import { data, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { EmptyState } from '../../kit/States.tsx'
import type { Address } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { useAccountWords } from '../account/accountWords.ts'
import { Page } from '../account/Page.tsx'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import type { Route } from './+types/addresses.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const found = await takeIfAny(api.GET('/v1/customers/me/addresses'))
  return data({ items: found?.items ?? [] }, { headers })
}

/** Where to deliver: the address book, whose usual one is chosen first. */
export default function Addresses({ loaderData: { items } }: Route.ComponentProps) {
  const w = useAccountWords()
  const text = useText()
  const { revalidate } = useRevalidator()
  const forget = useAct(async (_key, address_id: string) => {
    await take(api.DELETE('/v1/customers/me/addresses/{address_id}', { params: { path: { address_id } } }))
    await revalidate()
  })
  const prefer = useAct(async (_key, { address_id, changed_at: _, preferred: __, ...address }: Address) => {
    const body = { ...address, preferred: true }
    await take(api.PUT('/v1/customers/me/addresses/{address_id}', { params: { path: { address_id } }, body }))
    await revalidate()
  })
  const refused = forget.refused ?? prefer.refused
  return (
    <Page title={w.addresses} back="/addresses">
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      {items.length === 0 ? (
        <EmptyState icon="truck" title={w.noAddresses} text={w.noAddressesText} />
      ) : (
        <ul className="grid gap-3">
          {items.map((address) => {
            const name = [address.family_name, address.given_name].filter(Boolean).join(' ')
            return (
              <li key={address.address_id} className="rounded-12 border border-line bg-surface p-4">
                <p className="ui text-14">
                  <b className="text-16">{name}</b>
                  {address.preferred && (
                    <span className="ml-2 rounded-full bg-wood-tint px-2 py-0.5 text-12 text-wood">{w.usual}</span>
                  )}
                  <span className="figures mt-1 block text-ink-2">
                    〒{address.postal_code.replace(/^(\d{3})-?(\d{4})$/, '$1-$2')}
                    <br />
                    {address.prefecture}
                    {address.city}
                    {address.address} {address.building}
                    <br />
                    {address.phone}
                  </span>
                </p>
                <div className="mt-1 -ml-4 flex">
                  {!address.preferred && (
                    <Button look="quiet" isDisabled={prefer.busy} onPress={() => prefer.run(address)}>
                      {w.makeUsual}
                    </Button>
                  )}
                  <Button
                    look="quiet"
                    aria-label={w.forgetNamed(name)}
                    isDisabled={forget.busy}
                    onPress={() => forget.run(address.address_id)}
                  >
                    {w.forget}
                  </Button>
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </Page>
  )
}
