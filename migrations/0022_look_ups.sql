-- Replaced by functions that answer for several at once.
drop function if exists customers.wrapped_key(uuid);
