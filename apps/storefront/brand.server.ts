import type { Api } from '../kit/client.ts'
import type { Brand } from '../kit/shapes.ts'
import { brandsOf } from './known.server.ts'

/** The brand whose own address this page was asked by (`look.hosts`); none on the group's address. */
export async function brandOf(request: Request, api: Api): Promise<Brand | null> {
  const asked = request.headers.get('x-forwarded-host') ?? new URL(request.url).host
  const host = asked.replace(/:\d+$/, '').toLowerCase()
  const brands = await brandsOf(api).catch(() => [])
  return brands.find(({ look }) => Array.isArray(look.hosts) && look.hosts.includes(host)) ?? null
}
