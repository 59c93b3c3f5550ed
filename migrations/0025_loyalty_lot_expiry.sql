-- Lots expire in about the order they were granted: a summary per block of pages finds the old ones, and costs an order nothing.
drop index loyalty.lot_expiry;
create index lot_expiry on loyalty.lot using brin (expires_at) with (pages_per_range = 32);
