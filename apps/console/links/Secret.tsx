import { Notice } from '../../kit/Notice.tsx'

/** Something shown once: selected whole by one press, and gone with the screen. */
export function Secret({ text, value }: { text: string; value: string }) {
  return (
    <Notice tone="warning">
      {text}
      <code className="block rounded-6 bg-surface p-3 text-14 break-all text-ink select-all">{value}</code>
    </Notice>
  )
}
