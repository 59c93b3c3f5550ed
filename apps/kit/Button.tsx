import type { ReactNode } from 'react'
import { type ButtonProps, Button as Pressable } from 'react-aria-components'
import type { Glyph } from './glyphs.ts'
import { Icon } from './Icon.tsx'

type Look = 'filled' | 'outline' | 'quiet' | 'selected'
type Size = 'touch' | 'main' | 'till'

const base =
  'ui inline-flex items-center justify-center gap-2 rounded-6 px-4 text-center font-bold whitespace-nowrap no-underline transition-colors duration-150 select-none'
const looks: Record<Look, string> = {
  filled:
    'bg-indigo text-on-indigo data-[pressed]:bg-indigo-deep hover:bg-indigo-deep disabled:bg-sunk disabled:text-ink-3',
  outline:
    'border border-control bg-surface text-indigo hover:bg-indigo-tint data-[pressed]:bg-indigo-tint disabled:border-line disabled:bg-sunk disabled:text-ink-3',
  quiet: 'text-indigo hover:bg-indigo-tint data-[pressed]:bg-indigo-tint disabled:text-ink-3',
  selected: 'border-2 border-indigo bg-indigo-tint text-indigo',
}
const sizes: Record<Size, string> = {
  touch: 'min-h-11 text-14',
  main: 'min-h-13 text-16',
  till: 'min-h-14 text-18',
}

/** The classes of a button, for links that look like one. */
export function buttonClass(look: Look = 'filled', size: Size = 'touch', more = ''): string {
  return `${base} ${looks[look]} ${sizes[size]} ${more}`
}

type Props = Omit<ButtonProps, 'className' | 'children'> & {
  look?: Look
  size?: Size
  icon?: Glyph
  className?: string
  children?: ReactNode
}

/** A button on React Aria: touch, keyboard and screen reader alike. */
export function Button({ look = 'filled', size = 'touch', icon, className = '', children, ...rest }: Props) {
  return (
    <Pressable className={buttonClass(look, size, className)} {...rest}>
      {icon && <Icon name={icon} size={20} />}
      {children}
    </Pressable>
  )
}

/** A round or square button with an icon only; `label` is what it does. */
export function IconButton({
  icon,
  label,
  className = '',
  size = 24,
  ...rest
}: Omit<ButtonProps, 'className' | 'children'> & { icon: Glyph; label: string; className?: string; size?: number }) {
  return (
    <Pressable
      aria-label={label}
      className={`inline-grid size-11 shrink-0 place-items-center rounded-6 text-ink hover:bg-sunk disabled:text-control ${className}`}
      {...rest}
    >
      <Icon name={icon} size={size} />
    </Pressable>
  )
}
