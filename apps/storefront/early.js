// The first thing a page runs, long before React: what is pressed or typed meanwhile is kept, and done by alive.ts.
// Links and forms with an address of their own need nobody.
{
  const kept = []
  const keep = (on, typed) => {
    const before = kept.findIndex((each) => each.on === on)
    if (before >= 0) kept.splice(before, 1)
    kept.push({ on, typed })
  }
  const press = (event) => {
    const on = event.target.closest?.('button, [role="button"], input[type="checkbox"], input[type="radio"]')
    if (!on || on.closest('form[action]')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    keep(on)
  }
  const type = ({ target }) => {
    if (target.type !== 'checkbox' && target.type !== 'radio') keep(target, target.value)
  }
  // Enter in a form without an address would load the page anew and lose what was typed.
  const send = (event) => {
    if (event.target.hasAttribute('action')) return
    event.preventDefault()
    const on = event.target.querySelector('[type="submit"]')
    if (on) keep(on)
  }
  const heard = { click: press, input: type, submit: send }
  for (const [name, hear] of Object.entries(heard)) addEventListener(name, hear, true)
  window.early = () => {
    for (const [name, hear] of Object.entries(heard)) removeEventListener(name, hear, true)
    return kept
  }
}
