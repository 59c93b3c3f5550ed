/** What the first script of a page (early.js) kept: pressed, or typed into. Asking for it ends the keeping. */
declare global {
  interface Window {
    early?: () => { kept: { on: HTMLElement; typed?: string }[]; held: HTMLElement | null }
  }
}

/** The page lives: what she did while it did not yet is done now, in her order; what was pressed twice, once. */
export function catchUp(): void {
  const { kept, held } = window.early?.() ?? { kept: [], held: null }
  window.early = undefined
  if (held) finish(held)
  for (const { on, typed } of kept) {
    if (typed === undefined) on.click()
    else if (on instanceof HTMLSelectElement || on instanceof HTMLInputElement || on instanceof HTMLTextAreaElement)
      retype(on, typed)
  }
}

/** A press begun before the page lived and ended after: whoever listens since has not seen its beginning, so it is made whole. */
function finish(on: HTMLElement): void {
  const rest = new AbortController()
  const end = { capture: true, signal: rest.signal }
  const whole = () => {
    // The browser's own click of this gesture, wherever it lands, is replaced by ours once the gesture is over.
    addEventListener('click', drop, end)
    setTimeout(() => {
      rest.abort()
      on.click()
    }, 50)
  }
  const drop = (event: MouseEvent) => {
    if (!event.isTrusted) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('pointerup', whole, { ...end, once: true })
  addEventListener('pointercancel', () => rest.abort(), end)
}

/** React knows only what it has heard of: the text is taken out behind its back and comes in as if typed this moment. */
function retype(on: HTMLSelectElement | HTMLInputElement | HTMLTextAreaElement, typed: string): void {
  on.value = ''
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(on), 'value')?.set?.call(on, typed)
  on.dispatchEvent(new Event(on instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}
