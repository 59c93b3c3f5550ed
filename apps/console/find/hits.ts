import { useQuery } from '@tanstack/react-query'
import { take, takeIfAny } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import type { Glyph } from '../../kit/glyphs.ts'
import { useName } from '../../kit/naming.ts'
import { chooseLang, useLang } from '../../kit/words.ts'
import { api, queries } from '../api.ts'
import { useMay, useStaff } from '../office.ts'
import { screensOf } from '../screens.ts'
import { useWords } from '../words.ts'

/** One thing found: somewhere to go, or something to do at once. */
export type Hit = {
  key: string
  kind: 'kindScreen' | 'kindPerson' | 'kindProduct' | 'kindOrder' | 'kindAct'
  icon: Glyph
  title: string
  note?: string
  to?: string
  run?: () => void
}

const FEW = 6

/** All that answers to what was typed; of people only where this role may look for them. */
export function useHits(text: string): { hits: Hit[]; busy: boolean } {
  const w = useWords()
  const name = useName()
  const staff = useStaff()
  const people = useMay(['clerk', 'agent'])
  const asked = text !== ''
  const persons = useQuery({
    queryKey: ['find people', text],
    queryFn: () => takeIfAny(api.POST('/v1/customers/searches', { body: { text, limit: FEW } })),
    enabled: asked && people,
    gcTime: 0,
  })
  const goods = useQuery({
    queryKey: ['find goods', text],
    queryFn: () => take(api.GET('/v1/desk/products', { params: { query: { q: text, limit: FEW } } })),
    enabled: asked,
  })
  // An order's number begins with its day; anything else is no number and asks nothing.
  const number = /^\d{6}-?\w*$/.test(text) ? text.toUpperCase() : ''
  const orders = useQuery({
    queryKey: ['find orders', number],
    queryFn: () => take(api.GET('/v1/orders', { params: { query: { newest: true, number, limit: FEW } } })),
    enabled: number !== '',
  })
  const fits = (words: string) => words.toLowerCase().includes(text.toLowerCase())
  const screens = screensOf(staff.role).map(
    (screen): Hit => ({
      key: screen.path,
      kind: 'kindScreen',
      icon: 'window',
      title: w[screen.name] as string,
      to: screen.path,
    }),
  )
  const acts = useActs()
  const hits: Hit[] = [
    ...screens.filter(({ title }) => fits(title)),
    ...acts.filter(({ title }) => fits(title)),
    ...(asked ? (persons.data?.items ?? []) : []).map(
      (person): Hit => ({
        key: person.customer_id,
        kind: 'kindPerson',
        icon: 'person',
        title: person.name ?? w.unnamed,
        note: [person.member_number, person.city].filter(Boolean).join('・'),
        to: `/customers/${person.customer_id}`,
      }),
    ),
    ...(number ? (orders.data?.items ?? []) : []).map(
      (order): Hit => ({
        key: order.order_id,
        kind: 'kindOrder',
        icon: 'receipt',
        title: order.number,
        note: yen(order.total_yen),
        to: `/orders/${order.order_id}`,
      }),
    ),
    ...(asked ? (goods.data?.items ?? []) : []).map(
      (product): Hit => ({
        key: product.product_id,
        kind: 'kindProduct',
        icon: 'box',
        title: name(product),
        note: product.brand_name ?? '',
        to: `/products/${product.product_id}`,
      }),
    ),
  ]
  return { hits, busy: asked && (goods.isFetching || persons.isFetching || orders.isFetching) }
}

function useActs(): Hit[] {
  const w = useWords()
  const lang = useLang()
  const edits = useMay(['merchandiser'])
  const opens = useMay(['manager'])
  const act = (key: string, title: string, more: Partial<Hit>): Hit => ({
    key,
    kind: 'kindAct',
    icon: 'right',
    title,
    ...more,
  })
  return [
    ...(edits ? [act('new product', w.newProduct, { to: '/products/new', icon: 'plus' })] : []),
    ...(opens ? [act('new place', w.newPlace, { to: '/places/new', icon: 'plus' })] : []),
    ...(edits ? [act('new import', w.newImport, { to: '/imports/new', icon: 'plus' })] : []),
    ...(opens ? [act('new staff', w.newStaff, { to: '/staff?new=1', icon: 'plus' })] : []),
    act('language', w.otherLanguage, { icon: 'globe', run: () => chooseLang(lang === 'ja' ? 'en' : 'ja') }),
    act('sign out', w.signOut, {
      icon: 'out',
      run: () => {
        void takeIfAny(api.DELETE('/v1/access/session')).then(() => queries.resetQueries())
      },
    }),
  ]
}
