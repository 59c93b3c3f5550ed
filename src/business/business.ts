/**
 * Business owns companies that buy from us: their accounts, wholesale price lists, what they owe, and the bills that close a
 * month (締め請求). Always true: what an account owes, and what its open orders hold of its limit, are sums of its entries; the
 * limit is checked and taken in one statement, so orders at one moment cannot exceed it together; each entry is billed once;
 * a bill is the qualified invoice: tax once per rate over all it holds, and the ledger agrees with it to the yen.
 * An account is a profile of its own: its account_id is that profile's id.
 */
import { wording } from '#core/problem'

export { type Account, type AccountInput, account, openAccount, setContacts } from '#business/accounts'
export { tick } from '#business/closing'
export { cancelled, type Delivery, delivered, returned } from '#business/ledger'
export { type Ordering, orderingFor, wholesale } from '#business/ordering'
export { putPriceList, type WholesalePrice } from '#business/prices'

wording({
  'business.over_limit': {
    ja: 'ご利用限度額を超えています。ご注文は受け付けていません。',
    en: 'This is over the credit limit. Nothing has been ordered.',
  },
  'business.suspended': {
    ja: 'この取引先のお取引は停止中です。',
    en: 'This account is suspended.',
  },
})
