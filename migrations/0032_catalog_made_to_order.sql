-- It answers one thing more now: whether the goods are made when they are ordered.
drop function if exists catalog.sellables(uuid[], text[], timestamptz, timestamptz);
