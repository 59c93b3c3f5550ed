-- What a channel may promise of the stock it sees: which places, which share of each, how many are kept back, how many at most.
create table inventory.channel_rule (
  channel text primary key,
  place_ids uuid[],
  share_percent integer not null default 100 constraint channel_share_known check (share_percent between 0 and 100),
  buffer integer not null default 0 constraint channel_buffer_not_negative check (buffer >= 0),
  cap integer constraint channel_cap_not_negative check (cap >= 0),
  changed_at timestamptz not null,
  changed_by text not null,
  version bigint not null default 1
);
