-- Why somebody has a coupon, in words for her; a used or ended one is still shown for a while.
alter table promotions.coupon add column reason_ja text;
alter table promotions.coupon add column reason_en text;
alter table promotions.coupon add constraint coupon_reason_in_japanese check (reason_en is null or reason_ja is not null);
