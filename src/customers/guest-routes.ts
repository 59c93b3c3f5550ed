import Type from 'typebox'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { guest } from './register.ts'

const maybe = (maxLength: number) => Type.Optional(Type.String({ maxLength }))

/** Buyers who do not join: known to staff by name and phone, so that what they ordered can be sent or set aside. */
export function guestRoutes(app: App): void {
  app.post(
    '/v1/customers/guests',
    {
      config: { audience: ['staff:clerk', 'staff:agent', 'api:customers.write'] },
      schema: {
        tags: ['customers'],
        summary: 'Note a buyer who is not a member; she claims no e-mail address and earns no points',
        body: Type.Object(
          {
            family_name: Type.String({ minLength: 1, maxLength: 100 }),
            given_name: maybe(100),
            family_name_kana: maybe(100),
            given_name_kana: maybe(100),
            phone: maybe(40),
            email: maybe(254),
            locale: Type.Optional(Type.Union([Type.Literal('ja'), Type.Literal('en')])),
          },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ profile_id: Type.String({ format: 'uuid' }) }) },
      },
    },
    (request, reply) => once(request, reply, 201, async (tx) => ({ profile_id: await guest(tx, request.body) })),
  )
}
