import { useName } from '../../kit/naming.ts'
import { useAllStaff } from '../house/useAllStaff.ts'
import { useLifeWords } from './lifeWords.ts'

/** Who did something, by name where this role sees it. */
export function useWho(): (kind: string, id: string) => string {
  const w = useLifeWords()
  const name = useName()
  const staff = useAllStaff()
  return (kind, id) => {
    const known = staff.find(({ staff_id }) => staff_id === id)
    if (known) return name({ name: known.display_name, name_en: known.display_name_en })
    return kind === 'api' ? w.key : kind === 'system' ? w.system : id.slice(0, 8)
  }
}
