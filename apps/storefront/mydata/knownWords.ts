import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    title: 'わたしについて分かったこと',
    text: 'お買い物や閲覧から当店が推測していることと、その理由です。忘れさせると、すぐにおすすめや特典に使われなくなります。',
    none: 'いま推測していることはありません。「おすすめのパーソナライズ」に同意されている間だけ、推測します。',
    toConsents: '利用目的ごとの同意を見る',
    tag: 'ご興味',
    segment: 'グループ',
    since: (day: string) => `${day}から`,
    strength: (n: string) => `強さ ${n}`,
    why: 'なぜこれ？',
    bought: (day: string, name: string) => `${day}に「${name}」をお買い上げ`,
    viewed: (day: string, name: string, times: string) => `${day}に「${name}」を${times}回ご覧`,
    sign: (text: string) => `手がかり：${text}`,
    more: (n: string) => `ほか${n}件`,
    forget: '忘れさせる',
    forgetThis: (name: string) => `「${name}」を忘れさせる`,
    forgot: '忘れました。これからも推測しません。',
    recalled: '元に戻しました',
    forgotten: '忘れさせたこと',
    forgottenText: 'お客さまが元に戻すまで、新しいお買い物があっても推測しません。スタッフには見えません。',
    forgottenOn: (day: string) => `${day}に忘れさせました`,
    recall: (name: string) => `「${name}」を元に戻す`,
  },
  {
    title: 'What we concluded about you',
    text: 'What we conclude from what you bought and looked at, and why. What you have forgotten is no longer used for recommendations and offers, at once.',
    none: 'Nothing is concluded at the moment. We do so only while you agree to personal recommendations.',
    toConsents: 'See what you agreed to',
    tag: 'Interest',
    segment: 'Group',
    since: (day: string) => `since ${day}`,
    strength: (n: string) => `strength ${n}`,
    why: 'Why this?',
    bought: (day: string, name: string) => `${day}: bought “${name}”`,
    viewed: (day: string, name: string, times: string) => `${day}: looked at “${name}” (${times}×)`,
    sign: (text: string) => `Sign: ${text}`,
    more: (n: string) => `and ${n} more`,
    forget: 'Forget',
    forgetThis: (name: string) => `Forget “${name}”`,
    forgot: 'Forgotten. We will not conclude it again.',
    recalled: 'Taken back',
    forgotten: 'What you had us forget',
    forgottenText: 'Not concluded again, whatever you buy, until you take it back. Our staff cannot see this.',
    forgottenOn: (day: string) => `Forgotten ${day}`,
    recall: (name: string) => `Take back “${name}”`,
  },
)

/** Words for what is concluded of her. */
export function useKnownWords() {
  return words(useLang())
}
