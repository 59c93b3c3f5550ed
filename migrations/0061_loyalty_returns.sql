-- How much of what was drawn for an order has gone back to its lots, by returns.
alter table loyalty.hold add column restored bigint not null default 0;
alter table loyalty.hold add constraint point_hold_restored_within check (restored >= 0 and restored <= amount);
