export type Message = { ja: string; en: string }
export type Detail = Record<string, unknown>

/** Something the caller can mend (RFC 9457). Anything else that is thrown is a bug and shows only an id. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly text: Message
  readonly detail: Detail

  constructor(code: string, status: number, text: Message, detail: Detail = {}) {
    super(code)
    this.code = code
    this.status = status
    this.text = text
    this.detail = detail
  }

  static ofCode(code: string, status: number, detail: Detail): Problem {
    return new Problem(
      code,
      status,
      known.get(code) ?? { ja: '受け付けられませんでした。', en: 'The request was refused.' },
      detail,
    )
  }
}

const known = new Map<string, Message>()

/** Words for problems which SQL functions raise by code; declared beside the room that raises them. */
export function wording(messages: Record<string, Message>): void {
  for (const [code, message] of Object.entries(messages)) known.set(code, message)
}

/** Refuse with a problem: `code` is `room.reason`, `status` an HTTP status, words in both languages, `detail.field` the field at fault. */
export function refuse(code: string, status: number, ja: string, en: string, detail: Detail = {}): never {
  throw new Problem(code, status, { ja, en }, detail)
}
