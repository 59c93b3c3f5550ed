import { useWords } from './words.ts'

const SHOWN = 8

/** What is being made, in the order it was asked for. */
export function Making({ numbers }: { numbers: readonly number[] }) {
  const w = useWords()
  return (
    <>
      <h2 className="text-[calc(var(--u)*32)] text-black">{w.making}</h2>
      <p className="figures ui mt-[calc(var(--u)*12)] flex gap-x-[calc(var(--u)*48)] overflow-hidden text-[calc(var(--u)*72)] font-bold text-black">
        {numbers.slice(0, SHOWN).map((number) => (
          <span key={number}>{number}</span>
        ))}
      </p>
    </>
  )
}
