import { createContext, useContext } from 'react'
import type { Place, Staff } from '../kit/shapes.ts'

/** Who stands at this till, and in which shop. */
export type AtTill = { staff: Staff; place: Place }

const TillContext = createContext<AtTill | null>(null)
export const TillProvider = TillContext.Provider

/** Who stands at this till. */
export function useTill(): AtTill {
  const till = useContext(TillContext)
  if (!till) throw new Error('This screen is only shown to staff who signed in.')
  return till
}
