import { one, sql, type Tx } from '#core/database'
import { addWording, type Purpose, putPurpose } from './purposes.ts'

type Seed = Omit<Purpose, 'wording' | 'position'> & { body_ja: string; body_en: string }

/** Purposes without a channel of their own are decided on `any`. */
const seeds: Seed[] = [
  {
    purpose: 'service',
    channels: ['any'],
    required: true,
    name_ja: '会員サービスの提供',
    name_en: 'Membership services',
    body_ja:
      'ご登録の情報とお買い物の履歴を、会員証・ポイント・ご注文・お受け取り・お問い合わせへの対応のために利用します。会員サービスのご提供に必要です。',
    body_en:
      'We use the details you register and your purchases to provide your member card, points, orders, collection and support. Membership needs this.',
  },
  {
    purpose: 'news',
    channels: ['email', 'line', 'push', 'sms', 'postal', 'phone'],
    required: false,
    name_ja: 'お知らせ・キャンペーンのご案内',
    name_en: 'News and offers',
    body_ja:
      '新商品、キャンペーン、クーポンなどのご案内を、お選びいただいた方法でお送りします。配信はいつでも停止できます。ご注文に関するご連絡は、停止中もお送りします。',
    body_en:
      'We send news, offers and coupons in the ways you choose. You can stop them at any time; messages about your orders are still sent.',
  },
  {
    purpose: 'personalise',
    channels: ['any'],
    required: false,
    name_ja: 'おすすめのパーソナライズ',
    name_en: 'Personal recommendations',
    body_ja:
      'お買い物、閲覧、ご来店の履歴から、商品・特典・記事のおすすめを、サイト、アプリ、店頭でお客さまに合わせてお見せします。同意されない場合は、どなたにも同じ内容をお見せします。',
    body_en:
      'We use what you bought, viewed and visited to choose products, offers and articles for you on the site, in the app and in our shops. Without it you see what everyone sees.',
  },
  {
    purpose: 'ads',
    channels: ['any'],
    required: false,
    name_ja: '広告・第三者提供',
    name_en: 'Advertising and third parties',
    body_ja:
      '広告の配信と効果測定のため、メールアドレスなどを復元できない形に変換（ハッシュ化）したうえで、広告事業者（Google、Meta、LINEヤフー）に提供します。取りやめたあとは、次回以降の提供に含めません。',
    body_en:
      'To show ads and measure them, we give advertising companies (Google, Meta, LY Corporation) your e-mail address and the like in hashed form. Once you withdraw, you are left out from the next transfer on.',
  },
  {
    purpose: 'location',
    channels: ['any'],
    required: false,
    name_ja: '位置情報の利用',
    name_en: 'Location',
    body_ja:
      '端末の位置情報、店内のWi-Fiやビーコンから、お近くの店舗のご案内やご来店時の特典のお知らせを行います。位置の履歴は、ご来店の記録を除いて保存しません。',
    body_en:
      'We use your device’s location and in-shop Wi-Fi and beacons to show shops near you and offers when you visit. Apart from visits, we keep no history of where you were.',
  },
  {
    purpose: 'survey',
    channels: ['email', 'line', 'push'],
    required: false,
    name_ja: 'アンケート・商品レビューのお願い',
    name_en: 'Surveys and reviews',
    body_ja:
      '商品やサービスの改善のため、アンケートやレビューへのご協力を、お選びいただいた方法でお願いすることがあります。ご回答は任意です。',
    body_en:
      'To improve our products and services, we may ask you for a survey or review in the ways you choose. Answering is up to you.',
  },
  {
    purpose: 'health',
    channels: ['any'],
    required: false,
    name_ja: '肌・体質に関する記録の利用',
    name_en: 'Skin and body records',
    body_ja:
      '肌の記録や検査の結果など、ご本人が入力・登録された情報を、アドバイスの表示のために利用します。ご本人の同意なく、スタッフに見せたり、ほかの目的に使ったりすることはありません。',
    body_en:
      'We use skin records and test results you enter to show you advice. Without your consent no staff see them and they serve nothing else.',
  },
]

/** The purposes a retailer starts with, each with its first text; those already there are left as they are. */
export async function seedPurposes(tx: Tx): Promise<void> {
  for (const [position, { body_ja, body_en, ...purpose }] of seeds.entries()) {
    if (await one(tx, sql`select 1 from consent.purpose where purpose = ${purpose.purpose}`)) continue
    await putPurpose(tx, { ...purpose, position })
    // In force from the beginning, so that history imported later finds its words.
    await addWording(tx, purpose.purpose, { body_ja, body_en, effective_from: '2000-01-01T00:00:00.000Z' })
  }
}
