import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { figure } from '../../kit/format.ts'
import { pictureUrl } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { useProductWords } from './productWords.ts'

type Props = { name: string; picture_ids: readonly string[]; first: number }

/** The pictures of a product: swiped on a phone with their number in the corner, thumbs beside the large one on a desk. */
export function Pictures({ name, picture_ids, first }: Props) {
  const w = useProductWords()
  const [picked, setPicked] = useState<{ first: number; at: number } | null>(null)
  // Another colour brings its own picture; a picture chosen by hand stays until then.
  const at = picked?.first === first ? picked.at : first
  const many = picture_ids.length > 1
  const turn = (to: number) => setPicked({ first, at: (to + picture_ids.length) % picture_ids.length })
  const [from, setFrom] = useState<number | null>(null)
  return (
    <div className="desk:flex desk:gap-4">
      {many && (
        <ul aria-label={w.pictures} className="hidden w-18 shrink-0 content-start gap-2 desk:grid">
          {picture_ids.map((picture_id, index) => (
            <li key={picture_id}>
              <Pressable
                aria-label={w.picture(figure(index + 1), figure(picture_ids.length))}
                aria-current={index === at ? 'true' : undefined}
                onPress={() => turn(index)}
                className="block rounded-6 border-2 border-transparent aria-[current]:border-indigo"
              >
                <Picture src={pictureUrl(picture_id)} className="size-17 rounded-6 p-1" />
              </Pressable>
            </li>
          ))}
        </ul>
      )}
      <div
        className="relative grow touch-pan-y"
        onPointerDown={(event) => setFrom(event.clientX)}
        onPointerUp={(event) => {
          const moved = from === null ? 0 : event.clientX - from
          if (many && Math.abs(moved) > 40) turn(at + (moved < 0 ? 1 : -1))
          setFrom(null)
        }}
      >
        <Picture
          src={pictureUrl(picture_ids[at])}
          alt={name}
          eager
          className="h-[min(20.875rem,40dvh)] p-4 tablet:h-[26rem] desk:aspect-[536/636] desk:h-auto desk:rounded-12 desk:p-10"
        />
        {many && (
          <span className="figures absolute right-3 bottom-3 rounded-full bg-[rgb(31_27_22/0.78)] px-2.5 text-12 text-white desk:hidden">
            {at + 1} / {picture_ids.length}
          </span>
        )}
      </div>
    </div>
  )
}
