import { useEffect, useRef } from 'react'

const BETWEEN_KEYS_MS = 40
const SHORTEST = 6

/**
 * Hears a bar-code reader that types like a keyboard, on any screen and without focus: keys that follow each other
 * faster than a hand can, ended by Enter. Typing by hand into a field is left alone.
 */
export function useScanner(onScan: (code: string) => void): void {
  const heard = useRef(onScan)
  heard.current = onScan
  useEffect(() => {
    let keys = ''
    let last = 0
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const quick = event.timeStamp - last < BETWEEN_KEYS_MS
      last = event.timeStamp
      if (event.key === 'Enter') {
        const code = keys
        keys = ''
        if (!quick || code.length < SHORTEST) return
        event.preventDefault()
        event.stopPropagation()
        clearTyped(event.target, code)
        heard.current(code)
      } else if (event.key.length === 1) {
        keys = quick ? keys + event.key : event.key
      }
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}

/** Takes the scanned digits back out of a field that happened to have the focus. */
function clearTyped(target: EventTarget | null, code: string): void {
  if (!(target instanceof HTMLInputElement) || !target.value.endsWith(code)) return
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  set?.call(target, target.value.slice(0, -code.length))
  target.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Success and error sound apart, for hands and eyes on the goods: one high note, or two low ones; three call someone over. */
export function chime(kind: 'good' | 'bad' | 'call'): void {
  // Before the first touch a browser lets a page neither shake nor sound, and takes its time to say so.
  if (!navigator.userActivation?.hasBeenActive) return
  navigator.vibrate?.(kind !== 'bad' ? 30 : [60, 60, 60])
  const Audio = window.AudioContext
  if (!Audio) return
  sound ??= new Audio()
  const notes = kind === 'good' ? [1320] : kind === 'bad' ? [330, 262] : [880, 1175, 880]
  notes.forEach((hertz, index) => {
    if (!sound) return
    const tone = sound.createOscillator()
    const volume = sound.createGain()
    const start = sound.currentTime + index * 0.14
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(0.12, start)
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.12)
    tone.connect(volume).connect(sound.destination)
    tone.start(start)
    tone.stop(start + 0.13)
  })
}
let sound: AudioContext | undefined
