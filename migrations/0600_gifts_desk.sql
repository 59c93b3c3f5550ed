-- A gift's link can be made anew, and it is known how often its card was printed.
alter table gifts.gift add column link_no smallint not null default 0;
alter table gifts.gift add column printed smallint not null default 0;
-- Its giver wishes to be told when it was received.
alter table gifts.gift add column tell boolean not null default false;
