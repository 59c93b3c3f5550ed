-- An index nobody reads costs every order. These had no reader, or one that another index serves as well.
drop index inventory.movement_source;
drop index inventory.movement_stock;
create index movement_variant on inventory.movement (variant_id, moved_at);
drop index loyalty.journal_source;
-- An order's own lot is found among her lots by the key.
drop index loyalty.lot_source;
-- Kept answers expire in the order they were made: a summary per block of pages finds the old ones.
drop index core.idempotency_expiry;
create index idempotency_expiry on core.idempotency using brin (expires_at) with (pages_per_range = 32);

-- Replaced by one that answers for several profiles.
drop function if exists customers.whole(uuid);
