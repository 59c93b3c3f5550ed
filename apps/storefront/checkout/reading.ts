import { useRef } from 'react'

/**
 * フリガナ by itself: while a name is being composed in a Japanese input method its reading passes by as kana. What was last
 * seen in kana before it became kanji is handed on as katakana. A reading she typed herself is left alone by the caller.
 */
export function useReading(onReading: (katakana: string) => void) {
  const reading = useRef('')
  return {
    onCompositionStart: () => {
      reading.current = ''
    },
    onCompositionUpdate: (event: { data: string }) => {
      if (/^[ぁ-んァ-ヶー]+$/.test(event.data)) reading.current = event.data
    },
    onCompositionEnd: (event: { data: string }) => {
      const heard = reading.current
      reading.current = ''
      if (heard && event.data) onReading(katakana(heard))
    },
  }
}

/** さとう → サトウ. */
export function katakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
}
