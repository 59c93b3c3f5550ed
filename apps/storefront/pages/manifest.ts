import { langOf } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import { brandOf } from '../brand.server.ts'
import { wordsIn } from '../words.ts'
import type { Route } from './+types/manifest.ts'

/** What a home screen needs to know: the brand's own name on its own address, and the card one press away. */
export async function loader({ request }: Route.LoaderArgs) {
  const { api } = apiOf(request)
  const brand = await brandOf(request, api)
  const lang = langOf(request.headers.get('cookie'))
  const name = (lang === 'en' && brand?.name_en) || brand?.name || 'Engawa'
  const icon = (size: number, purpose: string) => ({
    src: `/icon-${purpose === 'maskable' ? 'maskable-' : ''}${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  const manifest = {
    id: '/',
    name,
    short_name: name,
    lang,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#f6ece0',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
    shortcuts: [{ name: wordsIn(lang).card, url: '/card', icons: [icon(192, 'any')] }],
  }
  return Response.json(manifest, {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'private, max-age=300' },
  })
}
