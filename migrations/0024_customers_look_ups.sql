-- Replaced by one that answers for several at once.
drop function if exists customers.wrapped_key(uuid);
