import { Icon } from './Icon.tsx'

type Props = { src: string | null | undefined; alt?: string; className?: string; eager?: boolean }

/**
 * A product's picture on its well; a quiet box where there is none. The name stands beside it, so alt is empty by default.
 * `eager` for what is seen first: asked for as the page arrives, before its scripts.
 */
export function Picture({ src, alt = '', className = '', eager = false }: Props) {
  return (
    <span className={`flex items-center justify-center overflow-hidden bg-sunk ${className}`}>
      {src ? (
        <img
          src={src}
          alt={alt}
          className="size-full min-h-0 min-w-0 object-contain"
          {...(eager ? { fetchPriority: 'high' } : { loading: 'lazy', decoding: 'async' })}
        />
      ) : (
        <Icon name="box" size={28} className="text-ink-3" />
      )}
    </span>
  )
}
