import { createContext, useContext } from 'react'
import type { Staff } from '../kit/shapes.ts'

const StaffContext = createContext<Staff | null>(null)
export const StaffProvider = StaffContext.Provider

/** Who stands at this till. */
export function useStaff(): Staff {
  const staff = useContext(StaffContext)
  if (!staff) throw new Error('This screen is only shown to staff who signed in.')
  return staff
}
