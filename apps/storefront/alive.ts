/** What the first script of a page (early.js) kept: pressed, or typed into. Asking for it ends the keeping. */
declare global {
  interface Window {
    early?: () => { on: HTMLElement; typed?: string }[]
  }
}

/** The page lives: what she did while it did not yet is done now, in her order; what was pressed twice, once. */
export function catchUp(): void {
  const kept = window.early?.() ?? []
  window.early = undefined
  for (const { on, typed } of kept) {
    if (typed === undefined) on.click()
    else if (on instanceof HTMLSelectElement || on instanceof HTMLInputElement || on instanceof HTMLTextAreaElement)
      retype(on, typed)
  }
}

/** React knows only what it has heard of: the text is taken out behind its back and comes in as if typed this moment. */
function retype(on: HTMLSelectElement | HTMLInputElement | HTMLTextAreaElement, typed: string): void {
  on.value = ''
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(on), 'value')?.set?.call(on, typed)
  on.dispatchEvent(new Event(on instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}
