import { useMemo } from 'react'
import { ean13Path, qrPath } from './bars.ts'

const QUIET = 4

/** A QR code that scans: `size` px of code in four modules of white, dark on white in either theme. */
export function Qr({ text, size, label }: { text: string; size: number; label: string }) {
  const { d, width } = useMemo(() => qrPath(text), [text])
  const whole = width + 2 * QUIET
  const px = (size / width) * whole
  return (
    <svg role="img" aria-label={label} width={px} height={px} viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}>
      <path d={`M${-QUIET} ${-QUIET}h${whole}v${whole}h${-whole}z`} fill="#fff" />
      <path d={d} fill="#1f1b16" fillRule="evenodd" shapeRendering="crispEdges" />
    </svg>
  )
}

/** An EAN-13 with its number below, for tills that read only bars: 3 px a module, 11 of white on the left. */
export function Ean13({ digits, height = 64, label }: { digits: string; height?: number; label: string }) {
  const { d, width } = useMemo(() => ean13Path(digits), [digits])
  return (
    <figure className="inline-grid justify-items-center bg-white">
      <svg
        role="img"
        aria-label={label}
        width={width * 3}
        height={height}
        viewBox={`0 0 ${width} 1`}
        preserveAspectRatio="none"
      >
        <path d={d} fill="#1f1b16" shapeRendering="crispEdges" />
      </svg>
      <figcaption className="figures mt-1 text-16 tracking-[0.16em] text-black">
        {digits.slice(0, 1)} {digits.slice(1, 7)} {digits.slice(7)}
      </figcaption>
    </figure>
  )
}
