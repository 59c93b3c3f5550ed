import type { Glyph } from '../kit/glyphs.ts'
import type { Staff } from '../kit/shapes.ts'
import type { Words } from './words.ts'

type Role = Staff['role']
export type Job = 'now' | 'people' | 'goods' | 'orders' | 'offers' | 'figures' | 'house' | 'links' | 'rules'
/** One screen of the office: where it is, whose work it is (as the API has it), what it is called. */
export type Screen = { path: string; job: Job; name: keyof Words & string; roles: readonly Role[] | 'all' }

const merchandisers: readonly Role[] = ['merchandiser']
const managers: readonly Role[] = ['manager']
const marketers: readonly Role[] = ['marketer']
const planners: readonly Role[] = ['manager', 'marketer']
const admins: readonly Role[] = ['admin']

/** Every screen, in the order of the rail. */
export const screens: readonly Screen[] = [
  { path: '/', job: 'now', name: 'now', roles: 'all' },
  { path: '/customers', job: 'people', name: 'customers', roles: ['clerk', 'agent'] },
  { path: '/tags', job: 'people', name: 'tags', roles: planners },
  { path: '/segments', job: 'people', name: 'segments', roles: planners },
  { path: '/pairs', job: 'people', name: 'pairs', roles: ['agent', 'manager'] },
  { path: '/privacy-requests', job: 'people', name: 'privacyRequests', roles: ['agent'] },
  { path: '/products', job: 'goods', name: 'products', roles: 'all' },
  { path: '/stock', job: 'goods', name: 'stockMatrix', roles: 'all' },
  { path: '/transfers', job: 'goods', name: 'transfers', roles: 'all' },
  { path: '/deliveries', job: 'goods', name: 'arrivals', roles: 'all' },
  { path: '/categories', job: 'goods', name: 'categories', roles: merchandisers },
  { path: '/orders', job: 'orders', name: 'orders', roles: 'all' },
  { path: '/tasks', job: 'orders', name: 'tasks', roles: 'all' },
  { path: '/offers', job: 'offers', name: 'offers', roles: marketers },
  { path: '/shelf-campaigns', job: 'offers', name: 'shelfCampaigns', roles: marketers },
  { path: '/shelf-entries', job: 'offers', name: 'shelfEntries', roles: marketers },
  { path: '/maturity', job: 'figures', name: 'maturity', roles: planners },
  { path: '/sign-ups', job: 'figures', name: 'signUps', roles: planners },
  { path: '/shrinkage', job: 'figures', name: 'shrinkage', roles: ['manager', 'merchandiser'] },
  { path: '/points', job: 'figures', name: 'pointsOwed', roles: planners },
  { path: '/expiries', job: 'figures', name: 'pointExpiries', roles: planners },
  { path: '/lots', job: 'figures', name: 'pointLots', roles: planners },
  { path: '/ledger', job: 'figures', name: 'pointLedger', roles: planners },
  { path: '/places', job: 'house', name: 'places', roles: 'all' },
  { path: '/staff', job: 'house', name: 'staffList', roles: 'all' },
  { path: '/api-keys', job: 'links', name: 'apiKeys', roles: admins },
  { path: '/webhooks', job: 'links', name: 'webhooks', roles: admins },
  { path: '/sendings', job: 'links', name: 'sendings', roles: admins },
  { path: '/imports', job: 'links', name: 'imports', roles: merchandisers },
  { path: '/settings', job: 'rules', name: 'settings', roles: managers },
  { path: '/health', job: 'rules', name: 'health', roles: admins },
]

export const jobs: readonly { job: Job; icon: Glyph; name: keyof Words & string }[] = [
  { job: 'now', icon: 'live', name: 'now' },
  { job: 'people', icon: 'people', name: 'customers' },
  { job: 'goods', icon: 'box', name: 'products' },
  { job: 'orders', icon: 'list', name: 'orders' },
  { job: 'offers', icon: 'megaphone', name: 'programmes' },
  { job: 'figures', icon: 'chart', name: 'figures' },
  { job: 'house', icon: 'store', name: 'placesAndStaff' },
  { job: 'links', icon: 'link', name: 'links' },
  { job: 'rules', icon: 'gear', name: 'settings' },
]

/** Whether a role does this work: as the API decides, an admin everything, a manager all but an admin's. */
export function may(role: Role, roles: Screen['roles']): boolean {
  if (roles === 'all' || role === 'admin') return true
  if (role === 'manager') return roles.some((wanted) => wanted !== 'admin')
  return roles.includes(role)
}

/** The screens somebody of this role works with. */
export function screensOf(role: Role): Screen[] {
  return screens.filter((screen) => may(role, screen.roles))
}

/** The screen an address belongs to: the longest path that begins it. */
export function screenAt(path: string): Screen | undefined {
  return screens
    .filter((screen) => path === screen.path || path.startsWith(`${screen.path === '/' ? '//' : screen.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}
