import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    columns: '列',
    columnsTitle: '表示する列',
    csv: 'CSV',
    csvNone: '書き出す行がありません',
    views: 'ビュー',
    allRows: 'すべて',
    saveView: 'この表示を保存',
    viewName: 'ビューの名前',
    viewHint: '絞り込み・列・並びを、この端末に名前を付けて残します。',
    save: '保存する',
    cancel: 'やめる',
    removeView: (name: string) => `「${name}」を消す`,
    more: 'さらに表示',
    rows: (n: string) => `${n}件`,
    someRows: (n: string) => `${n}件以上`,
    noneTitle: '該当するものはありません',
    noneText: '絞り込みをゆるめると見つかるかもしれません。',
    clear: '絞り込みをやめる',
    any: 'すべて',
    keys: '↑↓で行を移り、Enterで開きます',
  },
  {
    columns: 'Columns',
    columnsTitle: 'Columns to show',
    csv: 'CSV',
    csvNone: 'There are no rows to write',
    views: 'Views',
    allRows: 'All',
    saveView: 'Save this view',
    viewName: 'Name of the view',
    viewHint: 'Keeps filters, columns and order under a name on this device.',
    save: 'Save',
    cancel: 'Cancel',
    removeView: (name) => `Remove “${name}”`,
    more: 'Show more',
    rows: (n) => `${n} rows`,
    someRows: (n) => `${n} rows and more`,
    noneTitle: 'Nothing fits',
    noneText: 'A wider filter may find something.',
    clear: 'Remove filters',
    any: 'All',
    keys: '↑↓ moves between rows, Enter opens',
  },
)

/** The words of every list. */
export function useListWords() {
  return words(useLang())
}
