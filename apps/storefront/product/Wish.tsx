import { useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { IconButton } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { useToast } from '../../kit/Toast.tsx'
import { api, asSomebody } from '../api.ts'
import { useProductWords } from './productWords.ts'

type Props = { product_id: string; wished: boolean; className?: string }

/** The heart: into the wish list and out of it, as often as she likes. */
export function Wish({ product_id, wished, className = '' }: Props) {
  const w = useProductWords()
  const say = useToast()
  const { revalidate } = useRevalidator()
  const turn = useAct(async () => {
    const params = { path: { product_id } }
    await asSomebody(() =>
      take(
        wished
          ? api.DELETE('/v1/carts/favourites/{product_id}', { params })
          : api.PUT('/v1/carts/favourites/{product_id}', { params }),
      ),
    )
    say(wished ? w.unwished : w.wished)
    await revalidate()
  })
  return (
    <IconButton
      icon="heart"
      label={wished ? w.unlike : w.like}
      aria-pressed={wished}
      isDisabled={turn.busy}
      onPress={() => turn.run()}
      className={`${wished ? '!text-vermilion [&_path]:fill-current' : ''} ${className}`}
    />
  )
}
