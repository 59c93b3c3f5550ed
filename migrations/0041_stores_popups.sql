-- POP-UPs open and close on dates and send what is left somewhere; dealers sell our goods and keep none of our stock.
alter table stores.place
  add column opens_on date,
  add column closes_on date,
  add column returns_to_place_id uuid,
  drop constraint place_kind_known,
  add constraint place_kind_known check (kind = any ('{shop,warehouse,popup,restaurant,office,dealer}'));
