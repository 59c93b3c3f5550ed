import { useState } from 'react'
import { data, Link, useNavigate } from 'react-router'
import { buttonClass, IconButton } from '../../kit/Button.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { useKitWords } from '../../kit/kitWords.ts'
import { PointsPill, Price } from '../../kit/Money.tsx'
import { optionsText, useName } from '../../kit/naming.ts'
import { refusalOf } from '../../kit/problem.ts'
import { EmptyState } from '../../kit/States.tsx'
import { useToast } from '../../kit/Toast.tsx'
import { apiOf, originOf } from '../api.server.ts'
import { Crumbs } from '../Crumbs.tsx'
import { GiveThis } from '../gift/GiveThis.tsx'
import { categoriesOf, shopOf } from '../known.server.ts'
import { OffersHere } from '../offers/OffersHere.tsx'
import { placeOf } from '../place.server.ts'
import { asTold } from '../product/asTold.ts'
import { Buy } from '../product/Buy.tsx'
import { Facts } from '../product/Facts.tsx'
import { jsonLd } from '../product/jsonLd.ts'
import { NearShops } from '../product/NearShops.tsx'
import { Options, pictureOf, variantFor } from '../product/Options.tsx'
import { Pictures } from '../product/Pictures.tsx'
import { useProductWords } from '../product/productWords.ts'
import { Wish } from '../product/Wish.tsx'
import { Shelf } from '../Shelf.tsx'
import { useShop } from '../shop.ts'
import { useTold } from '../tell.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/products.$product_id.ts'

/** Where nothing is known of the person, delivery is told for here. */
const USUAL_PREFECTURE = '東京都'

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const place_id = await placeOf(api, choice)
  const query = { ...(choice.here ?? {}), ...(place_id ? { place_id } : {}) }
  const path = { product_id: params.product_id }
  const wishes = takeIfAny(api.GET('/v1/carts/favourites')).catch(() => null)
  const shop = place_id ? shopOf(api, place_id) : null
  try {
    const product = await take(api.GET('/v1/desk/products/{product_id}', { params: { path, query } }))
    const prefecture = (await shop)?.prefecture ?? USUAL_PREFECTURE
    const goods_yen = product.variants.find((variant) => variant.yen !== null)?.yen ?? 0
    const near = {
      limit: 13,
      ...(place_id ? { place_id } : {}),
      ...(product.category && { category_id: product.category.id }),
    }
    const [delivery, shelf, categories, favourites] = await Promise.all([
      takeIfAny(api.GET('/v1/orders/delivery-options', { params: { query: { prefecture, goods_yen } } })).catch(
        () => null,
      ),
      product.category ? take(api.GET('/v1/desk/products', { params: { query: near } })) : null,
      categoriesOf(api),
      wishes,
    ])
    const also = (shelf?.items ?? []).filter((each) => each.product_id !== product.product_id && each.stock !== 'none')
    const wished = favourites?.items.some((each) => each.product_id === product.product_id) ?? false
    return data(
      { product, delivery, also: also.slice(0, 12), categories, wished, origin: originOf(request) },
      { headers },
    )
  } catch (thrown) {
    const status = refusalOf(thrown).status
    if (status === 404 || status === 400) return data(null, { status: 404, headers })
    throw thrown
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  if (!loaderData) return [{ title: 'Engawa' }]
  const { product, origin } = loaderData
  return [
    { title: `${product.name}${product.brand ? `｜${product.brand.name}` : ''}` },
    { name: 'description', content: product.description.slice(0, 120) },
    { tagName: 'link', rel: 'canonical', href: `${origin}/products/${product.product_id}` },
    { property: 'og:title', content: product.name },
    { property: 'og:type', content: 'product' },
    { 'script:ld+json': jsonLd(product, origin) as never },
  ]
}

export default function ProductPage({ loaderData }: Route.ComponentProps) {
  const w = useProductWords()
  const shop = useWords()
  if (!loaderData) {
    return (
      <EmptyState icon="box" title={w.productMissing} text={w.productMissingText}>
        <Link to="/search" className={buttonClass('outline')}>
          {shop.toSearch}
        </Link>
      </EmptyState>
    )
  }
  return <ProductView key={loaderData.product.product_id} {...loaderData} />
}

function ProductView({ product, delivery, also, categories, wished }: NonNullable<Route.ComponentProps['loaderData']>) {
  const w = useProductWords()
  const name = useName()
  const [picked, setPicked] = useState<Record<string, string>>({})
  const place_id = useShop()?.place?.place_id ?? null
  const variant = variantFor(product, picked, place_id)
  useTold('Product Viewed', product.product_id, () => asTold(product, variant))
  const { material, content } = product.attributes
  const what = typeof material === 'string' ? material : typeof content === 'string' ? content : null
  return (
    <div className="mx-auto max-w-[80rem] desk:px-12 desk:pt-3">
      <Crumbs categories={categories} category_id={product.category?.id} here={name(product)} />
      <div className="desk:grid desk:grid-cols-[minmax(0,39rem)_minmax(0,32rem)] desk:items-start desk:justify-between desk:gap-8">
        <div className="relative">
          <Pictures name={name(product)} picture_ids={product.picture_ids} first={pictureOf(product, variant)} />
          <Corner name={name(product)} product_id={product.product_id} wished={wished} />
        </div>
        <div className="grid grid-cols-1 gap-4 px-4 pt-4 tablet:px-5 desk:px-0 desk:pt-0">
          <header className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
            <p className="text-12 text-ink-2">
              {[optionsText(variant?.options), product.brand && name(product.brand), what].filter(Boolean).join(' ／ ')}
            </p>
            <span className="row-span-2 hidden self-center rounded-6 border border-line desk:block">
              <Wish product_id={product.product_id} wished={wished} />
            </span>
            <h1 className="col-start-1 text-22 desk:text-28">{name(product)}</h1>
            {variant?.yen != null && (
              <div className="col-span-2 flex flex-wrap items-baseline justify-between gap-3 desk:justify-start">
                <Price amount_yen={variant.yen} reduced={product.reduced} className="text-28 desk:text-40" />
                {variant.points > 0 && <PointsPill points={variant.points} />}
              </div>
            )}
          </header>
          <OffersHere offers={product.offers} />
          <Options product={product} place_id={place_id} picked={picked} onPick={setPicked} />
          <Buy product={product} variant={variant} delivery={delivery} />
          <GiveThis product={product} variant={variant} />
          <NearShops product={product} variant={variant} />
          <Facts product={product} variant={variant} />
        </div>
      </div>
      <Shelf title={w.alsoHere} products={also} className="near mt-10 px-4 tablet:px-5 desk:px-0" />
    </div>
  )
}

function Corner({ name, product_id, wished }: { name: string; product_id: string; wished: boolean }) {
  const w = useProductWords()
  const k = useKitWords()
  const say = useToast()
  const navigate = useNavigate()
  const back = () => (history.length > 1 ? navigate(-1) : navigate('/search'))
  const share = async () => {
    if (navigator.share) await navigator.share({ title: name, url: location.href }).catch(() => undefined)
    else {
      await navigator.clipboard.writeText(location.href).catch(() => undefined)
      say(w.linkCopied)
    }
  }
  return (
    <div className="absolute inset-x-3 top-2.5 flex gap-2 desk:hidden">
      <IconButton icon="left" label={k.back} onPress={back} className="mr-auto !rounded-full bg-surface" />
      <IconButton icon="share" label={w.share} onPress={share} className="!rounded-full bg-surface" />
      <Wish product_id={product_id} wished={wished} className="!rounded-full bg-surface" />
    </div>
  )
}
