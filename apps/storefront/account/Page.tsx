import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from '../../kit/Icon.tsx'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'
import { SignInFirst } from './SignInFirst.tsx'

type Props = { title: string; text?: string; back: string; anyone?: boolean; children: ReactNode }

/** A page of what is hers: its name, the way back to my page; who is nobody yet is asked in. */
export function Page({ title, text, back, anyone = false, children }: Props) {
  const w = useWords()
  const shop = useShop()
  if (!anyone && !shop?.member) return <SignInFirst back={back} />
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-6 px-4 pt-2 tablet:px-5 desk:pt-6">
      <header>
        <Link to="/account" className="ui -ml-1 inline-flex min-h-11 items-center gap-1 text-14 text-indigo">
          <Icon name="left" size={18} />
          {w.account}
        </Link>
        <h1 className="text-22 desk:text-28">{title}</h1>
        {text && <p className="text-14 text-ink-2">{text}</p>}
      </header>
      {children}
    </div>
  )
}
