-- A bonus may be stamps of a card: its unit is where its lot is.
alter table loyalty.bonus add column unit text not null default 'points';
