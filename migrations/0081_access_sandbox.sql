-- A sandbox key may move the clock of a house that is not in production, where it opens nothing.
alter table access.api_key add column kind text not null default 'live' constraint api_key_kind_known check (kind in ('live', 'sandbox'));
