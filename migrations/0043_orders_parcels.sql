-- A shipped order that no single place could serve leaves as several parcels; the others (nearly all) have no row here.
create table orders.parcel (
  profile_id uuid not null,
  order_id uuid not null,
  place_id uuid not null,
  pieces integer not null constraint parcel_pieces_positive check (pieces > 0),
  shipped_at timestamptz,
  primary key (profile_id, order_id, place_id)
);
create index parcel_queue on orders.parcel (place_id) where shipped_at is null;
call core.guard_person('orders.parcel');
