-- Stock per place: what is there, what is promised, and every movement that made it so. Knows nothing of people.
create schema inventory;
grant usage on schema inventory to engawa_app;

create table inventory.stock (
  place_id uuid not null,
  variant_id uuid not null,
  on_hand integer not null default 0,
  reserved integer not null default 0 constraint stock_reserved_not_negative check (reserved >= 0),
  safety integer not null default 0 constraint stock_safety_not_negative check (safety >= 0),
  incoming integer not null default 0,
  version bigint not null default 1,
  primary key (place_id, variant_id)
) with (fillfactor = 70);
create index stock_variant on inventory.stock (variant_id);

create table inventory.movement (
  movement_id uuid primary key,
  place_id uuid not null,
  variant_id uuid not null,
  quantity integer not null constraint movement_not_zero check (quantity <> 0),
  kind text not null constraint movement_kind_known check (kind in ('opening', 'receipt', 'sale', 'return', 'count', 'loss', 'transfer')),
  source_kind text not null,
  source_id uuid not null,
  moved_at timestamptz not null,
  actor_kind text not null,
  actor_id text
);
create index movement_stock on inventory.movement (place_id, variant_id, moved_at);
create index movement_source on inventory.movement (source_id);

-- A promise of goods to an order, a cart or a person's お取り置き; reserved on the stock row is the sum of those held.
create table inventory.hold (
  hold_id uuid primary key,
  place_id uuid not null,
  variant_id uuid not null,
  quantity integer not null constraint hold_positive check (quantity > 0),
  state text not null default 'held' constraint hold_state_known check (state in ('held', 'taken', 'released')),
  source_kind text not null,
  source_id uuid not null,
  held_at timestamptz not null,
  expires_at timestamptz,
  closed_at timestamptz
);
create index hold_source on inventory.hold (source_id);
create index hold_expiry on inventory.hold (expires_at) where state = 'held' and expires_at is not null;
create index hold_open on inventory.hold (place_id, variant_id) where state = 'held';
revoke update, delete on inventory.movement from engawa_app;
