-- Asked for by accounts now: a unit alone would read the whole ledger.
drop function if exists loyalty.sides_at(text, timestamptz);
