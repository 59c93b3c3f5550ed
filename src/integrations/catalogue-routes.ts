import Type from 'typebox'
import { catalogue } from '#activity/activity'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { problems } from '#problems.gen'
import { page, table } from './pages.ts'

const Problem = Type.Object({
  code: Type.String(),
  type: Type.String({ description: 'The `type` of RFC 9457; its path leads to a page here.' }),
  statuses: Type.Array(Type.Integer(), { description: 'Empty: the status of the thing that failed.' }),
  messages: Type.Object({ ja: Type.String(), en: Type.String() }),
})
const anyone = { audience: ['anyone'] }
const hidden = { config: anyone, schema: { hide: true } }

/** What can go wrong and what can happen, for people and for machines: problem codes, and pages of both catalogues. */
export function catalogueRoutes(app: App): void {
  app.get(
    '/v1/problems',
    {
      config: anyone,
      schema: {
        tags: ['integrations'],
        summary: 'Every problem this API answers with: code, status, words (… where a value goes).',
        response: { 200: Type.Object({ items: Type.Array(Problem), next: Type.Null() }) },
      },
    },
    async () => ({
      items: problems.map(({ code, statuses, ja, en }) => ({
        code,
        type: `https://engawa.dev/problems/${code}`,
        statuses: [...statuses],
        messages: { ja, en },
      })),
      next: null,
    }),
  )

  app.get('/docs/problems', hidden, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(
      page(
        '問題の一覧 Problems',
        table(
          ['code', 'status', '日本語', 'English'],
          problems.map(({ code, statuses, ja, en }) => [code, statuses.join(', '), ja, en]),
        ),
      ),
    ),
  )

  app.get('/problems/:code', hidden, (request, reply) => {
    const { code } = request.params as { code: string }
    const found =
      problems.find((problem) => problem.code === code) ??
      refuse('integrations.no_problem', 404, 'この問題コードはありません。', 'There is no such problem.', {
        field: 'code',
      })
    const rows = [[found.code, found.statuses.join(', '), found.ja, found.en]]
    const text = page(found.code, table(['code', 'status', '日本語', 'English'], rows))
    return reply.type('text/html; charset=utf-8').send(text)
  })

  app.get('/docs/events', hidden, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(
      page(
        '出来事の一覧 Events',
        table(
          ['type', 'since', '日本語', 'English', 'facts'],
          Object.entries(catalogue).map(([type, { since, name, facts }]) => [
            type,
            since,
            name.ja,
            name.en,
            Object.keys(facts.properties).join(', '),
          ]),
        ),
      ),
    ),
  )
}
