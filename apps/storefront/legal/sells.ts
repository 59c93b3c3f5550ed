/** What a shop that may not sell online yet still does for its members: their card, their orders, their data. */
const served =
  /^\/(card|points|coupons|orders|holds|addresses|account|security|privacy|legal|line|join|manifest\.webmanifest)(\/|$)/

/** Whether goods are offered at this address. */
export function sells(pathname: string): boolean {
  return !served.test(pathname)
}
