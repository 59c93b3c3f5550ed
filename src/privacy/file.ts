import type { FastifyReply } from 'fastify'

/** Answer with a file to keep, which no cache between us does. */
export function asFile(reply: FastifyReply): void {
  reply
    .header('content-disposition', 'attachment; filename="my-data.json"')
    .header('cache-control', 'private, no-store')
}
