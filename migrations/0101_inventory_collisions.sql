-- Goods a till sold offline that our books did not have, or had promised to another: the sale is real, so stock goes to the
-- floor and what was missing stands here until a person has looked.
create table inventory.collision (
  collision_id uuid primary key,
  place_id uuid not null,
  variant_id uuid not null,
  source_kind text not null,
  source_id uuid not null,
  wanted integer not null constraint collision_wanted_positive check (wanted > 0),
  -- Pieces our books did not have at all.
  missing integer not null constraint collision_missing_not_negative check (missing >= 0),
  -- Pieces that were promised to others and are gone now.
  promised integer not null constraint collision_promised_not_negative check (promised >= 0),
  found_at timestamptz not null,
  constraint collision_of_something check (missing + promised > 0)
);
create index collision_stock on inventory.collision (place_id, variant_id);
revoke update, delete on inventory.collision from engawa_app;
