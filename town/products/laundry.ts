import { only, type Product, product, sized } from '../product.ts'

const maker = '穂の戸 生活室'

/** Washing and cleaning, and what lies beside the till. */
export const laundry: Product[] = [
  product(
    {
      code: 'washer-cleaner',
      brand: 'honoto',
      category: 'laundry',
      maker,
      tax: 'standard',
      picture: { motif: 'washerCleaner' },
      name: { ja: '洗濯槽クリーナー', kana: 'センタクソウクリーナー', en: 'Washing Machine Cleaner' },
      text: {
        ja: '酸素系の泡が、槽の裏の黒かびをはがして落とします。月に一度、1袋を使い切りで。',
        en: 'Oxygen foam lifts the mould behind the drum. One bag, once a month.',
      },
      tags: ['詰め替え不要', '酸素系'],
      attributes: { content: '500g' },
    },
    only(15, 330),
  ),
  product(
    {
      code: 'laundry-liquid',
      brand: 'honoto',
      category: 'laundry',
      maker,
      tax: 'standard',
      picture: { motif: 'detergent' },
      name: { ja: '草木の洗たく液', kana: 'クサキノセンタクエキ', en: 'Plant Laundry Liquid' },
      text: {
        ja: '植物由来の洗浄成分で、すすぎは一度。麻や絹も手洗いできます。',
        en: 'Plant-based, rinses in one cycle. Gentle enough for linen and silk.',
      },
      tags: ['植物由来'],
      attributes: { content: '900ml' },
    },
    only(201, 990),
  ),
  product(
    {
      code: 'laundry-refill',
      brand: 'honoto',
      category: 'laundry',
      maker,
      tax: 'standard',
      picture: { motif: 'refill', palette: 'matcha' },
      name: { ja: '草木の洗たく液 詰め替え', kana: 'クサキノセンタクエキツメカエ', en: 'Plant Laundry Liquid, Refill' },
      text: { ja: 'プラスチックを8割減らした詰め替え用です。', en: 'Uses eighty per cent less plastic.' },
      tags: ['詰め替え', '植物由来'],
      attributes: {},
    },
    sized(202, 770, '800ml'),
    sized(203, 1870, '2.2L'),
  ),
  product(
    {
      code: 'hand-soap',
      brand: 'honoto',
      category: 'laundry',
      maker,
      tax: 'standard',
      picture: { motif: 'soapBottle' },
      name: { ja: 'ひばの泡ハンドソープ', kana: 'ヒバノアワハンドソープ', en: 'Hiba Foam Hand Soap' },
      text: {
        ja: '青森ひばの清々しい香り。きめ細かな泡で、手肌のつっぱりを抑えます。',
        en: 'The clear scent of Aomori cypress, in fine foam that does not tighten the skin.',
      },
      tags: ['植物由来'],
      attributes: { content: '280ml' },
    },
    only(204, 660),
  ),
  product(
    {
      code: 'hand-soap-refill',
      brand: 'honoto',
      category: 'laundry',
      maker,
      tax: 'standard',
      picture: { motif: 'refill' },
      name: {
        ja: 'ひばの泡ハンドソープ 詰め替え',
        kana: 'ヒバノアワハンドソープツメカエ',
        en: 'Hiba Hand Soap, Refill',
      },
      text: {
        ja: 'ボトル約2回分。注ぎ口が細く、こぼれにくいかたちです。',
        en: 'Fills the bottle twice, through a narrow spout.',
      },
      tags: ['詰め替え', '植物由来'],
      attributes: { content: '520ml' },
    },
    only(205, 583),
  ),
  product(
    {
      code: 'broom',
      brand: 'honoto',
      category: 'laundry',
      maker: '荒物 みのや',
      tax: 'standard',
      picture: { motif: 'broom' },
      name: { ja: '手編みの座敷ほうき', kana: 'テアミノザシキホウキ', en: 'Hand-Tied Indoor Broom' },
      text: {
        ja: '穂先が長く、畳も板の間も軽くはけます。使うほどにやわらかくなります。',
        en: 'Long, light bristles for tatami and boards. Softens with use.',
      },
      tags: ['手仕事'],
      attributes: { length: '98cm' },
    },
    only(206, 4620),
  ),
  product(
    {
      code: 'scrub-brush',
      brand: 'honoto',
      category: 'laundry',
      maker: '荒物 みのや',
      tax: 'standard',
      picture: { motif: 'scrubBrush' },
      name: { ja: '棕櫚のたわし', kana: 'シュロノタワシ', en: 'Palm Fibre Scrubber' },
      text: {
        ja: '野菜の泥落としから鉄鍋まで。棕櫚はしなやかで、傷がつきにくい素材です。',
        en: 'From muddy vegetables to iron pans; supple palm does not scratch.',
      },
      tags: ['手仕事', 'プラスチックフリー'],
      attributes: {},
    },
    only(207, 495),
  ),
  product(
    {
      code: 'paper-bag',
      brand: 'honoto',
      category: 'gifts',
      maker,
      tax: 'standard',
      picture: { motif: 'paperBag' },
      name: { ja: '紙袋 大', kana: 'カミブクロダイ', en: 'Paper Bag, Large' },
      text: { ja: '再生紙の手提げ袋です。', en: 'A carrier of recycled paper.' },
      tags: ['資材'],
      attributes: {},
    },
    only(225, 10),
  ),
  product(
    {
      code: 'magazine',
      brand: 'honoto',
      category: 'gifts',
      maker: '縁の木',
      tax: 'standard',
      picture: { motif: 'magazine' },
      name: { ja: '季刊 縁側', kana: 'キカンエンガワ', en: 'Engawa Quarterly' },
      text: {
        ja: 'つくり手を訪ねる小さな雑誌。今号は「春の台所」。',
        en: 'A small magazine that visits makers. This issue: the spring kitchen.',
      },
      tags: ['読みもの'],
      attributes: {},
    },
    only(226, 880),
  ),
]
