-- Papers behind the shelves: transfers between places, deliveries that are expected, counts; and why stock was corrected.

-- What is on its way is read from its papers; a second number beside them could only be wrong.
alter table inventory.stock drop column incoming;
alter table inventory.movement
  add column reason text,
  drop constraint movement_kind_known,
  add constraint movement_kind_known check (kind = any ('{opening,receipt,sale,return,count,loss,found,transfer}'));
-- Corrections are few among sales: reports read them by place and time.
create index movement_correction on inventory.movement (place_id, moved_at) where kind = any ('{count,loss,found}');

create table inventory.transfer (
  transfer_id uuid primary key,
  number text not null constraint transfer_number_key unique,
  from_place_id uuid not null,
  to_place_id uuid not null,
  state text not null constraint transfer_state_known check (state = any ('{requested,approved,declined,cancelled,shipped,closed}')),
  purpose text not null default 'request',
  note text,
  needed_on date,
  requested_at timestamptz not null,
  requested_by text not null,
  decided_at timestamptz,
  decided_by text,
  closed_at timestamptz,
  version bigint not null default 1
);
create index transfer_out on inventory.transfer (from_place_id, requested_at);
create index transfer_in on inventory.transfer (to_place_id, requested_at);
create index transfer_open on inventory.transfer (to_place_id) where state = any ('{requested,approved,shipped}');

-- In transit is shipped − received − returned − gone: what left the sender and has not been accounted for.
create table inventory.transfer_line (
  transfer_id uuid not null references inventory.transfer,
  variant_id uuid not null,
  requested integer not null constraint transfer_requested_positive check (requested >= 0),
  approved integer constraint transfer_approved_not_negative check (approved >= 0),
  shipped integer not null default 0,
  received integer not null default 0,
  returned integer not null default 0,
  gone integer not null default 0,
  primary key (transfer_id, variant_id),
  constraint transfer_counts_not_negative check (shipped >= 0 and received >= 0 and returned >= 0 and gone >= 0),
  constraint transfer_in_transit_not_negative check (shipped - received - returned - gone >= 0)
);
create index transfer_line_moving on inventory.transfer_line (variant_id) where shipped - received - returned - gone > 0;

-- Why what arrived was not what left: negative is short, positive is over.
create table inventory.transfer_difference (
  difference_id uuid primary key,
  transfer_id uuid not null references inventory.transfer,
  variant_id uuid not null,
  quantity integer not null constraint transfer_difference_not_zero check (quantity <> 0),
  reason text not null constraint transfer_reason_known check (reason = any ('{lost,damaged,not_sent,over_sent,found}')),
  note text,
  explained_at timestamptz not null,
  actor_kind text not null,
  actor_id text
);
create index transfer_difference_of on inventory.transfer_difference (transfer_id);
revoke update, delete on inventory.transfer_difference from engawa_app;

create table inventory.delivery (
  delivery_id uuid primary key,
  place_id uuid not null,
  supplier text not null,
  external_id text constraint delivery_external_id_key unique,
  state text not null constraint delivery_state_known check (state = any ('{expected,closed,cancelled}')),
  expected_on date not null,
  note text,
  made_at timestamptz not null,
  made_by text not null,
  closed_at timestamptz,
  version bigint not null default 1
);
create index delivery_place on inventory.delivery (place_id, expected_on);
create table inventory.delivery_line (
  delivery_id uuid not null references inventory.delivery,
  variant_id uuid not null,
  expected integer not null constraint delivery_expected_not_negative check (expected >= 0),
  received integer not null default 0 constraint delivery_received_not_negative check (received >= 0),
  primary key (delivery_id, variant_id)
);
create index delivery_line_variant on inventory.delivery_line (variant_id);

create table inventory.stocktake (
  stocktake_id uuid primary key,
  place_id uuid not null,
  state text not null constraint stocktake_state_known check (state = any ('{open,approved,cancelled}')),
  scope text not null constraint stocktake_scope_known check (scope = any ('{all,category,list}')),
  category_id uuid,
  note text,
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  closed_by text,
  version bigint not null default 1
);
create unique index stocktake_one_open on inventory.stocktake (place_id) where state = 'open';
create index stocktake_place on inventory.stocktake (place_id, opened_at);
-- Which goods are to be counted (none: all that the place has), and in which round: a recount starts a new one.
create table inventory.stocktake_line (
  stocktake_id uuid not null references inventory.stocktake,
  variant_id uuid not null,
  round integer not null default 1,
  difference integer,
  reason text,
  primary key (stocktake_id, variant_id)
);
-- What someone counted somewhere: entries of one round add up. `expected` is what the books said at that moment.
create table inventory.stocktake_entry (
  entry_id uuid primary key,
  stocktake_id uuid not null references inventory.stocktake,
  variant_id uuid not null,
  round integer not null,
  quantity integer not null,
  expected integer not null,
  device text,
  counted_at timestamptz not null,
  actor_kind text not null,
  actor_id text
);
create index stocktake_entry_of on inventory.stocktake_entry (stocktake_id, variant_id);
revoke update, delete on inventory.stocktake_entry from engawa_app;
