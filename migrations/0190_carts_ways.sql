-- How each thing in a cart is to be received (none said yet: as the customer usually does), and what she would like to have one day.
alter table carts.item add column way text constraint item_way_known check (way in ('ship', 'collect', 'order_ahead'));
alter table carts.item add column place_id uuid;
alter table carts.item add constraint item_place_for_way check (place_id is null or way in ('collect', 'order_ahead'));

create table carts.favourite (
  profile_id uuid not null,
  product_id uuid not null,
  added_at timestamptz not null,
  primary key (profile_id, product_id)
);
call core.guard_person('carts.favourite');

-- Its successor takes the way of receiving too.
drop function if exists carts.put(uuid[], uuid, uuid, uuid, integer, boolean, text, text, text, timestamptz, bigint, integer);
