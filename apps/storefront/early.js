// The first thing a page runs, long before React: what is pressed or typed meanwhile is kept, and done by alive.ts.
// Links and forms with an address of their own need nobody.
{
  const kept = []
  const keep = (on, typed) => {
    const before = kept.findIndex((each) => each.on === on)
    if (before >= 0) kept.splice(before, 1)
    kept.push({ on, typed })
  }
  const pressable = ({ target }) => {
    const on = target.closest?.('button, [role="button"], input[type="checkbox"], input[type="radio"]')
    return on?.closest('form[action]') ? null : on
  }
  // A finger that came down before the page was alive may leave it after.
  let held = null
  const touch = (event) => {
    held = pressable(event)
  }
  const letGo = () => {
    held = null
  }
  const press = (event) => {
    letGo()
    const on = pressable(event)
    if (!on) return
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
  const heard = { pointerdown: touch, pointercancel: letGo, click: press, input: type, submit: send }
  for (const [name, hear] of Object.entries(heard)) addEventListener(name, hear, true)
  window.early = () => {
    for (const [name, hear] of Object.entries(heard)) removeEventListener(name, hear, true)
    return { kept, held }
  }
}
