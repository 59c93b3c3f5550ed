import { redirect } from 'react-router'
import { take } from '../../kit/client.ts'
import { refusalOf } from '../../kit/problem.ts'
import { langOf } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import type { Route } from './+types/orders.$order_id.receipt.ts'

/** The receipt as PDF: the one there is, else one made now. An address of its own, so that any device opens and keeps it its own way. */
export async function loader({ request, params: { order_id } }: Route.LoaderArgs) {
  const { api } = apiOf(request)
  const language = langOf(request.headers.get('cookie'))
  try {
    const { items } = await take(api.GET('/v1/orders/{order_id}/documents', { params: { path: { order_id } } }))
    const document =
      items.find(({ kind }) => kind === 'receipt') ??
      (await take(
        api.POST('/v1/orders/{order_id}/documents', { params: { path: { order_id } }, body: { kind: 'receipt' } }),
      ))
    const { response } = await api.GET('/v1/orders/{order_id}/documents/{document_id}/file', {
      params: { path: { order_id, document_id: document.document_id }, query: { format: 'pdf', language } },
      parseAs: 'stream',
    })
    if (!response.ok) throw redirect(`/orders/${order_id}`)
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${document.number}.pdf"`,
      'cache-control': 'private, no-store',
    }
    return new Response(response.body, { headers })
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown
    // Not hers, not there, or no receipt is made of it yet: the order itself says how it stands.
    if (refusalOf(thrown).status < 500 && refusalOf(thrown).status > 0) throw redirect(`/orders/${order_id}`)
    throw thrown
  }
}
