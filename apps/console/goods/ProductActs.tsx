import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useMay } from '../office.ts'
import { useGoodsWords } from './words.ts'

/** Change a product, or take it off sale; that is taken back as quickly, so nobody is asked twice. */
export function ProductActs({ product_id }: { product_id: string }) {
  const w = useGoodsWords()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const edits = useMay(['merchandiser'])
  const params = { path: { product_id } }
  const restore = useAct(async () => {
    await take(api.DELETE('/v1/catalog/products/{product_id}/withdrawal', { params }))
    await cache.invalidateQueries()
    say(w.restored)
  })
  const withdraw = useAct(async (key) => {
    await take(api.POST('/v1/catalog/products/{product_id}/withdrawal', { params, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey: ['products'] })
    say(w.withdrawn, { undo: () => void restore.run() })
  })
  if (!edits) return null
  const refused = withdraw.refused ?? restore.refused
  return (
    <span className="ml-auto flex items-center gap-3">
      {refused && <span className="text-14 text-vermilion">{text(refused.text)}</span>}
      <Link to={`/products/${product_id}/edit`} className={buttonClass('outline')}>
        {w.edit}
      </Link>
      <Button look="quiet" isDisabled={withdraw.busy} onPress={() => withdraw.run()}>
        {w.withdraw}
      </Button>
    </span>
  )
}
