import { useKitWords } from './kitWords.ts'

export type StockLevel = 'many' | 'few' | 'none'

const signs = { many: '◎', few: '△', none: '×' } as const
/** The colour that goes with each mark; never the only sign. */
export const stockColour = { many: 'text-green', few: 'text-amber', none: 'text-vermilion' } as const
export const stockTint = { many: 'bg-green-tint', few: 'bg-amber-tint', none: 'bg-vermilion-tint' } as const

/** ◎ 在庫あり, △ 残り1点, × 在庫なし: mark and words together. */
export function StockMark({
  stock,
  left = null,
  className = '',
}: {
  stock: StockLevel
  left?: number | null
  className?: string
}) {
  const words = useStockWords()
  return (
    <span className={`ui figures whitespace-nowrap ${stockColour[stock]} ${className}`}>
      <span aria-hidden="true">{signs[stock]} </span>
      {words(stock, left)}
    </span>
  )
}

/** The mark alone at any size, for a tile or a table; words must stand beside it. */
export function StockSign({ stock, className = '' }: { stock: StockLevel; className?: string }) {
  return (
    <span aria-hidden="true" className={`${stockColour[stock]} ${className}`}>
      {signs[stock]}
    </span>
  )
}

/** The words of a level of stock. */
export function useStockWords(): (stock: StockLevel, left: number | null) => string {
  const w = useKitWords()
  return (stock, left) => (stock === 'many' ? w.many : stock === 'few' ? w.few(left) : w.none)
}
