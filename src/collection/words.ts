import { wording } from '#core/problem'

/** Words for what the room's SQL functions refuse. */
wording({
  'collection.again': {
    ja: 'お客さまの情報が同時に変わりました。もう一度お送りください。',
    en: 'Who somebody is changed at the same moment; please send it again.',
  },
})
