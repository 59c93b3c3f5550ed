-- Dealers sell our goods as restaurants serve them.
alter table stores.place
  drop constraint place_kind_known,
  add constraint place_kind_known check (kind = any ('{shop,warehouse,popup,restaurant,dealer,office}'));
