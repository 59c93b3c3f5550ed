import { wording } from '#core/problem'

/** Words for what the room's SQL functions refuse. */
wording({
  'core.stale': {
    ja: 'ほかの人が先に変更しました。最新の内容を確認してください。',
    en: 'Someone changed this first; please look at the latest.',
  },
  'customers.unknown': { ja: 'このお客さまは見つかりません。', en: 'There is no such customer.' },
  'customers.blocked_value': {
    ja: 'この値はお客さまの登録に使えません。',
    en: 'This value cannot be used for a customer.',
  },
  'customers.email_taken': {
    ja: 'このメールアドレスはすでに登録されています。',
    en: 'This e-mail address is already registered.',
  },
  'customers.card_taken': {
    ja: 'このカードはほかのお客さまに登録されています。',
    en: 'This card belongs to another customer.',
  },
  'customers.line_taken': {
    ja: 'このLINEアカウントはほかのお客さまに連携されています。',
    en: 'This LINE account is linked to another customer.',
  },
  'customers.phone_taken': {
    ja: 'この電話番号はほかのお客さまが確認済みです。',
    en: 'This phone number was verified by another customer.',
  },
  'customers.external_id_taken': {
    ja: 'この外部IDはすでに使われています。',
    en: 'This external id is already in use.',
  },
  'customers.same_customer': { ja: 'すでに同じお客さまです。', en: 'These are already one customer.' },
  'customers.two_people': {
    ja: 'それぞれに別の連絡先が登録されているため、自動では統合できません。',
    en: 'Each side has its own address of this kind, so they are not merged automatically.',
  },
  'customers.merge_unknown': { ja: 'この統合の記録はありません。', en: 'There is no such merge.' },
  'customers.merge_undone': { ja: 'この統合はすでに取り消されています。', en: 'This merge was already undone.' },
  'customers.merged_on': { ja: '後の統合を先に取り消してください。', en: 'Undo the later merge first.' },
})
