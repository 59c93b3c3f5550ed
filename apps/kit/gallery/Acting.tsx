import { Button, buttonClass, IconButton } from '../Button.tsx'
import { type Glyph, glyphs } from '../glyphs.ts'
import { Icon } from '../Icon.tsx'
import { IconLink } from '../IconLink.tsx'
import { Mark } from '../Mark.tsx'
import { Part } from './Part.tsx'
import { useGalleryWords } from './words.ts'

const LOOKS = ['filled', 'outline', 'quiet', 'selected'] as const
const SIZES = ['touch', 'main', 'till'] as const

/** What is pressed, and the signs on it. */
export function Acting() {
  const w = useGalleryWords()
  return (
    <>
      <Part name="Button">
        {LOOKS.map((look) => (
          <Button key={look} look={look}>
            {w.collect}
          </Button>
        ))}
        {LOOKS.map((look) => (
          <Button key={look} look={look} isDisabled>
            {w.collect}
          </Button>
        ))}
        {SIZES.map((size) => (
          <Button key={size} size={size} icon="store">
            {w.collect}
          </Button>
        ))}
        <a href="#top" className={buttonClass('outline')}>
          {w.collect}
        </a>
      </Part>
      <Part name="IconButton">
        <IconButton icon="search" label={w.search} />
        <IconButton icon="search" label={w.search} isDisabled />
      </Part>
      <Part name="IconLink">
        <IconLink icon="receipt" label={w.receipt} href="#top" />
      </Part>
      <Part name="Icon">
        {(Object.keys(glyphs) as Glyph[]).map((name) => (
          <span key={name} className="grid w-16 justify-items-center gap-1 text-12 text-ink-2">
            <Icon name={name} />
            {name}
          </span>
        ))}
      </Part>
      <Part name="Mark">
        <Mark />
        <Mark size={56} />
      </Part>
    </>
  )
}
