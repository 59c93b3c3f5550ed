import { redirect } from 'react-router'
import { apiOf } from '../api.server.ts'
import type { Route } from './+types/privacy.my-data.file.ts'

/** Everything held about her as a file: an address of its own, so that any device keeps it its own way. */
export async function loader({ request }: Route.LoaderArgs) {
  const { response } = await apiOf(request).api.GET('/v1/privacy/me/copy', { parseAs: 'stream' })
  if (!response.ok) throw redirect('/privacy/my-data')
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="my-data.json"',
    'cache-control': 'private, no-store',
  }
  return new Response(response.body, { headers })
}
