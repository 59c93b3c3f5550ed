import { createContext, useContext } from 'react'
import type { Place, Staff } from '../kit/shapes.ts'
import type { Terms } from './offline/price.ts'

/** Who stands at this till, in which shop, and by what it prices. */
export type AtTill = { staff: Staff; place: Place; terms: Pick<Terms, 'rules' | 'settings' | 'offers'> }

const TillContext = createContext<AtTill | null>(null)
export const TillProvider = TillContext.Provider

/** Who stands at this till. */
export function useTill(): AtTill {
  const till = useContext(TillContext)
  if (!till) throw new Error('This screen is only shown to staff who signed in.')
  return till
}
