import type { App } from '#http'
import { cardRoutes } from './card-routes.ts'
import { externalRoutes } from './external-routes.ts'
import { mergeRoutes } from './merge-routes.ts'
import { personRoutes } from './person-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** Customers over HTTP: joining and signing in, the person, her card, searching, merging. */
export function customerRoutes(app: App): void {
  signInRoutes(app)
  personRoutes(app)
  externalRoutes(app)
  cardRoutes(app)
  mergeRoutes(app)
}
