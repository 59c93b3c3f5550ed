import { createContext, useContext } from 'react'
import type { Place, Staff } from '../kit/shapes.ts'
import { may, type Screen } from './screens.ts'

export const PlacesContext = createContext<Place[]>([])
export const StaffContext = createContext<Staff | null>(null)

/** Every place of the group, for names and the plan of the town. */
export function usePlaces(): Place[] {
  return useContext(PlacesContext)
}

/** Who sits here. */
export function useStaff(): Staff {
  const staff = useContext(StaffContext)
  if (!staff) throw new Error('Nobody is signed in.')
  return staff
}

/** Whether this work is hers, so that no screen offers what would be refused. */
export function useMay(roles: Screen['roles']): boolean {
  return may(useStaff().role, roles)
}
