import { useAct } from '../../kit/act.ts'
import { chime } from '../../kit/scan.ts'
import { useToast } from '../../kit/Toast.tsx'
import { queries } from '../api.ts'

/** An act on what waits: heard by its sound, then the queue is looked at again. */
export function useOrderAct(work: (key: string) => Promise<unknown>, done: string, after?: () => void) {
  const say = useToast()
  return useAct(async (key) => {
    try {
      await work(key)
    } catch (thrown) {
      chime('bad')
      throw thrown
    }
    chime('good')
    say(done)
    after?.()
    await queries.invalidateQueries({ queryKey: ['queue'] })
  })
}
