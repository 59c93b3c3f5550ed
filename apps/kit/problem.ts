import type { Text } from './words.ts'

/** What the API refused, and why, in both languages; status 0 means that no answer came at all. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  readonly text: Text
  readonly field: string | undefined
  readonly id: string | undefined
  readonly detail: Record<string, unknown>

  constructor(status: number, body: unknown, id?: string) {
    const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
    const code = typeof said.code === 'string' ? said.code : status === 0 ? 'network.down' : 'server.failed'
    super(code)
    this.code = code
    this.status = status
    this.text = isText(said.messages) ? said.messages : status === 0 ? NO_ANSWER : FAILED
    this.field = typeof said.field === 'string' ? said.field : undefined
    this.id = typeof said.instance === 'string' ? said.instance : id
    this.detail = said
  }

  /** True when the same request may simply be tried again. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429
  }
}

/** The refusal inside anything thrown. */
export function refusalOf(thrown: unknown): Refused {
  if (thrown instanceof Refused) return thrown
  return new Refused(thrown instanceof TypeError ? 0 : 500, undefined)
}

const NO_ANSWER: Text = {
  ja: '通信できませんでした。電波を確かめて、もう一度お試しください。',
  en: 'No connection. Check your network and try again.',
}
const FAILED: Text = {
  ja: '処理できませんでした。入力した内容は残っています。もう一度お試しください。',
  en: 'Something went wrong on our side. What you entered is safe; please try again.',
}

function isText(value: unknown): value is Text {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Text).ja === 'string' &&
    typeof (value as Text).en === 'string'
  )
}
