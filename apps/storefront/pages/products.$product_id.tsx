import { useState } from 'react'
import { data, Link, useNavigate } from 'react-router'
import { buttonClass, IconButton } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { useKitWords } from '../../kit/kitWords.ts'
import { PointsPill, Price } from '../../kit/Money.tsx'
import { optionsText, pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { refusalOf } from '../../kit/problem.ts'
import { EmptyState } from '../../kit/States.tsx'
import { useToast } from '../../kit/Toast.tsx'
import { useLang } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import { placeOf } from '../place.server.ts'
import { Buy } from '../product/Buy.tsx'
import { NearShops } from '../product/NearShops.tsx'
import { Options, variantFor } from '../product/Options.tsx'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/products.$product_id.ts'

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const place_id = await placeOf(api, choice)
  const query = { ...(choice.here ?? {}), ...(place_id ? { place_id } : {}) }
  try {
    const path = { product_id: params.product_id }
    return data(
      { product: await take(api.GET('/v1/desk/products/{product_id}', { params: { path, query } })) },
      { headers },
    )
  } catch (thrown) {
    const status = refusalOf(thrown).status
    if (status === 404 || status === 400) return data({ product: null }, { status: 404, headers })
    throw thrown
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.product?.name ?? 'Engawa' }]

export default function ProductPage({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const { product } = loaderData
  if (!product) {
    return (
      <EmptyState icon="box" title={w.productMissing} text={w.productMissingText}>
        <Link to="/search" className={buttonClass('outline')}>
          {w.toSearch}
        </Link>
      </EmptyState>
    )
  }
  return <ProductView key={product.product_id} product={product} />
}

function ProductView({ product }: { product: NonNullable<Route.ComponentProps['loaderData']['product']> }) {
  const w = useWords()
  const name = useName()
  const lang = useLang()
  const [picked, setPicked] = useState<Record<string, string>>({})
  const place_id = useShop()?.place?.place_id ?? null
  const variant = variantFor(product, picked, place_id)
  const chosen = optionsText(variant?.options)
  const about = lang === 'en' && product.description_en ? product.description_en : product.description
  return (
    <div className="mx-auto max-w-[80rem] desk:grid desk:grid-cols-[minmax(0,33.5rem)_minmax(0,32rem)] desk:items-start desk:justify-between desk:px-12 desk:pt-8">
      <div className="relative">
        <Picture
          src={pictureUrl(product.picture_ids[0])}
          alt={name(product)}
          eager
          className="h-[min(20.875rem,34dvh)] p-4 desk:h-auto desk:aspect-square desk:rounded-12 desk:p-12"
        />
        <Corner name={name(product)} />
      </div>
      <div className="grid grid-cols-1 gap-4 px-4 pt-4 desk:px-0 desk:pt-0">
        <header className="grid gap-1">
          <p className="text-12 text-ink-2 desk:order-first">
            {[product.brand && name(product.brand), chosen].filter(Boolean).join(' ／ ')}
          </p>
          <h1 className="text-22 desk:text-28">{name(product)}</h1>
          {variant?.yen != null && (
            <div className="flex flex-wrap items-baseline justify-between gap-3">
              <Price amount_yen={variant.yen} reduced={product.reduced} className="text-28 desk:text-40" />
              {variant.points > 0 && <PointsPill points={variant.points} />}
            </div>
          )}
        </header>
        <Options product={product} place_id={place_id} picked={picked} onPick={setPicked} />
        <Buy product={product} variant={variant} />
        <NearShops product={product} variant={variant} />
        {about && (
          <section className="border-t border-line pt-4">
            <h2 className="mb-2 text-16">{w.description}</h2>
            <p className="text-ink-2">{about}</p>
            {variant?.gtin && (
              <p className="figures mt-3 text-12 text-ink-3">
                {w.jan} {variant.gtin}
              </p>
            )}
          </section>
        )}
      </div>
    </div>
  )
}

function Corner({ name }: { name: string }) {
  const w = useWords()
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
    <div className="absolute inset-x-3 top-2.5 flex justify-between desk:hidden">
      <IconButton icon="left" label={k.back} onPress={back} className="!rounded-full bg-surface" />
      <IconButton icon="share" label={w.share} onPress={share} className="!rounded-full bg-surface" />
    </div>
  )
}
