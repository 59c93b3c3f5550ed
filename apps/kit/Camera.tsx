import { useEffect, useRef, useState } from 'react'
import { useKitWords } from './kitWords.ts'
import { Notice } from './Notice.tsx'

const LOOK_EVERY_MS = 150

/** The camera as a reader: tells of each code once, and stops the camera when it is closed. */
export function Camera({ onCode }: { onCode: (code: string) => void }) {
  const w = useKitWords()
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef(onCode)
  told.current = onCode
  const [dark, setDark] = useState(false)
  useEffect(() => {
    let gone = false
    let stream: MediaStream | undefined
    const look = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      const screen = video.current
      if (gone || !screen) return stop(stream)
      screen.srcObject = stream
      await screen.play()
      const { detector } = await import('./detect.ts')
      const reader = await detector()
      let last = ''
      while (!gone) {
        const [found] = await reader.detect(screen).catch(() => [])
        if (found && found.rawValue !== last) {
          last = found.rawValue
          told.current(last)
        }
        await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
      }
    }
    look().catch(() => !gone && setDark(true))
    return () => {
      gone = true
      stop(stream)
    }
  }, [])
  if (dark) return <Notice tone="warning">{w.noCamera}</Notice>
  return (
    <video
      ref={video}
      aria-label={w.camera}
      muted
      playsInline
      className="aspect-[4/3] w-full rounded-12 bg-black object-cover"
    />
  )
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
