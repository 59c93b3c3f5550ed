// 特定原材料 and what the law recommends to name beside them (食品表示基準 別表第14, 消食表第389号), as goods state them.
const english: Readonly<Record<string, string>> = {
  えび: 'shrimp',
  かに: 'crab',
  くるみ: 'walnut',
  小麦: 'wheat',
  そば: 'buckwheat',
  卵: 'egg',
  乳: 'milk',
  乳成分: 'milk',
  落花生: 'peanut',
  アーモンド: 'almond',
  あわび: 'abalone',
  いか: 'squid',
  いくら: 'salmon roe',
  オレンジ: 'orange',
  カシューナッツ: 'cashew nut',
  キウイフルーツ: 'kiwi fruit',
  牛肉: 'beef',
  ごま: 'sesame',
  さけ: 'salmon',
  さば: 'mackerel',
  大豆: 'soy',
  鶏肉: 'chicken',
  バナナ: 'banana',
  豚肉: 'pork',
  マカダミアナッツ: 'macadamia nut',
  もも: 'peach',
  やまいも: 'yam',
  りんご: 'apple',
  ゼラチン: 'gelatine',
}

/** Allergens in English, word by word; one the law does not list stays as the maker wrote it. */
export function allergensInEnglish(text: string): string {
  const words = text.split(/[・、,，\s]+/).filter(Boolean)
  return words.map((word) => english[word] ?? word).join(', ')
}
