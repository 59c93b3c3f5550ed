import { Ean13, Qr } from '../Code.tsx'
import { CounterCode } from '../CounterCode.tsx'
import { PointsPill, Price } from '../Money.tsx'
import { Picture } from '../Picture.tsx'
import { ProductTile } from '../ProductTile.tsx'
import { type StockLevel, StockMark, StockSign } from '../StockMark.tsx'
import type { ProductSummary } from '../shapes.ts'
import { Part } from './Part.tsx'
import { useGalleryWords } from './words.ts'

const LEVELS: [StockLevel, number | null][] = [
  ['many', null],
  ['few', 1],
  ['few', null],
  ['none', null],
]

/** What tells of goods, money and people. */
export function Showing() {
  const w = useGalleryWords()
  const product = (stock: StockLevel, left: number | null): ProductSummary => ({
    product_id: '00000000-0000-8000-8000-000000000001',
    name: w.shirt,
    name_kana: null,
    name_en: null,
    brand_name: null,
    category_id: null,
    picture_id: null,
    tags: [],
    variant_ids: [],
    price_yen: 2990,
    price_to_yen: stock === 'many' ? 3490 : 2990,
    reduced: stock === 'few',
    stock,
    left,
    made_to_order: false,
    offers: [],
  })
  return (
    <>
      <Part name="Price">
        <Price amount_yen={2990} className="text-28" />
        <Price amount_yen={594} reduced />
        <Price amount_yen={2990} most_yen={3490} />
      </Part>
      <Part name="PointsPill">
        <PointsPill points={29} />
      </Part>
      <Part name="StockMark">
        {LEVELS.map(([stock, left]) => (
          <StockMark key={`${stock} ${left}`} stock={stock} left={left} />
        ))}
      </Part>
      <Part name="StockSign">
        {LEVELS.map(([stock, left]) => (
          <span key={`${stock} ${left}`}>
            <StockSign stock={stock} className="text-28" /> {stock}
          </span>
        ))}
      </Part>
      <Part name="Picture">
        <Picture src={null} className="size-28 rounded-12" />
        <Picture
          src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'%3E%3Ccircle cx='20' cy='20' r='16' fill='%23C3925A'/%3E%3C/svg%3E"
          alt={w.picture}
          className="size-28 rounded-12 p-3"
        />
      </Part>
      <Part name="ProductTile">
        {LEVELS.map(([stock, left]) => (
          <ProductTile key={`${stock} ${left}`} product={product(stock, left)} className="w-36" />
        ))}
      </Part>
      <Part name="Qr">
        <Qr text="v1.gallery" size={132} label={w.card} />
      </Part>
      <Part name="Ean13">
        <Ean13 digits="2900000000018" label={w.card} />
      </Part>
      <Part name="CounterCode">
        <CounterCode shop={w.shinjuku} words={w.poster} hint={w.posterHint} url="v1.gallery" label={w.poster} />
      </Part>
    </>
  )
}
