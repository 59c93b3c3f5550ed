import { dictionary, useLang } from '../kit/words.ts'

const words = dictionary(
  {
    collecting: '事前注文のお受け取り',
    ready: 'お受け取りいただけます',
    now: 'ただいま',
    show: '番号をお見せください',
    making: 'おつくりしています',
    here: 'いま、この店にあります',
    fresh: '新しく入りました',
    chosen: 'この店でよく選ばれています',
    many: '今日あります',
    few: (left: string) => `残り${left}つ`,
    fewUnknown: '残りわずか',
    taxIncluded: '（税込）',
    spring: '春の縁側で、ひと休み。',
    summer: '夏の縁側で、ひと涼み。',
    autumn: '秋の縁側で、ひと息。',
    winter: '冬の縁側で、ぬくもりを。',
    reconnecting: 'つなぎ直しています',
    nowhere: 'この店舗の店頭表示はありません',
    nowhereText: '管理画面の「店舗・拠点」から開いてください。',
  },
  {
    collecting: 'Orders ahead',
    ready: 'Ready to collect',
    now: 'Just now',
    show: 'Please show your number',
    making: 'In the making',
    here: 'Here in this shop now',
    fresh: 'New in',
    chosen: 'Often chosen in this shop',
    many: 'here today',
    few: (left) => `${left} left`,
    fewUnknown: 'few left',
    taxIncluded: ' (tax incl.)',
    spring: 'Spring on the veranda.',
    summer: 'A cool spot on the veranda.',
    autumn: 'Autumn on the veranda.',
    winter: 'Warmth on the veranda.',
    reconnecting: 'Reconnecting',
    nowhere: 'There is no display for this place',
    nowhereText: 'Open it from “Shops and places” in the console.',
  },
)

/** The words on the wall. */
export function useWords() {
  return words(useLang())
}
