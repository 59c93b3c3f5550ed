import { useState } from 'react'
import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import { Refused } from '../problem.ts'
import { Sheet } from '../Sheet.tsx'
import { Skeleton, SkeletonRows } from '../Skeleton.tsx'
import { EmptyState, ErrorState, RefusedState } from '../States.tsx'
import { ToastProvider, useToast } from '../Toast.tsx'
import { Part } from './Part.tsx'
import { useGalleryWords } from './words.ts'

const box = 'w-full rounded-12 border border-line tablet:w-[20rem]'

/** What a screen says of itself: done, refused, empty, on its way, without a network, at fault. */
export function Saying() {
  const w = useGalleryWords()
  const [open, setOpen] = useState<'bottom' | 'centre' | null>(null)
  return (
    <>
      <Part name="Notice">
        <Notice tone="info">{w.shipNote}</Notice>
        <Notice tone="done">{w.paid}</Notice>
        <Notice tone="warning" icon="offline">
          {w.offline}
        </Notice>
        <Notice tone="refused">
          {w.soldOut}
          <span>{w.usedCode}</span>
        </Notice>
      </Part>
      <Part name="EmptyState">
        {(['calm', 'refused', 'offline'] as const).map((tone) => (
          <div key={tone} className={box}>
            <EmptyState icon="bookmark" title={w.empty} text={w.emptyText} tone={tone}>
              <Button look="outline">{w.search}</Button>
            </EmptyState>
          </div>
        ))}
      </Part>
      <Part name="ErrorState">
        {[0, 403, 500].map((status) => (
          <div key={status} className={box}>
            <ErrorState error={new Refused(status, undefined, '01a22b69')} onRetry={() => undefined} />
          </div>
        ))}
      </Part>
      <Part name="RefusedState">
        <div className={box}>
          <RefusedState text={w.mayNot} />
        </div>
      </Part>
      <Part name="Skeleton">
        <Skeleton className="h-12 w-64" />
      </Part>
      <Part name="SkeletonRows">
        <div className="w-64">
          <SkeletonRows rows={3} className="h-10" />
        </div>
      </Part>
      <Part name="Sheet">
        {(['bottom', 'centre'] as const).map((side) => (
          <Button key={side} look="outline" onPress={() => setOpen(side)}>
            {w.open} ({side})
          </Button>
        ))}
        {open && (
          <Sheet title={w.collect} open onClose={() => setOpen(null)} side={open}>
            <p className="text-14">{w.sheetText}</p>
          </Sheet>
        )}
      </Part>
      <Part name="ToastProvider">
        <ToastProvider className="bottom-40">
          <Toasts />
        </ToastProvider>
      </Part>
    </>
  )
}

function Toasts() {
  const w = useGalleryWords()
  const say = useToast()
  return (
    <>
      <Button look="outline" onPress={() => say(w.saved)}>
        {w.say}
      </Button>
      <Button look="outline" onPress={() => say(w.removed, { undo: () => say(w.saved) })}>
        {w.removed}
      </Button>
      <Button look="outline" onPress={() => say(w.usedCode, { tone: 'refused' })}>
        {w.usedCode}
      </Button>
    </>
  )
}
