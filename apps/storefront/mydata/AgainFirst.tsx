import { SignIn } from '../account/SignIn.tsx'
import { useMyDataWords } from './myDataWords.ts'

/** What asks for a fresh sign-in gets it here, without leaving the page. */
export function AgainFirst() {
  const w = useMyDataWords()
  return (
    <div className="grid gap-3 rounded-12 border border-line bg-surface p-4">
      <h3 className="text-14">{w.again}</h3>
      <SignIn />
    </div>
  )
}
