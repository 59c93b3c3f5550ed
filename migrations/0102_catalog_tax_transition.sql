-- What a law says of contracts that cross a change of rate (経過措置): ordered before it, supplied after it, and still at the rate
-- of before. Without a row the day of supply decides. '*' is every category or supply mode.
create table catalog.tax_transition (
  tax_category text not null,
  supply_mode text not null,
  changes_on date not null,
  -- Only contracts made from this day on; null: however early.
  ordered_from date,
  -- Only what is supplied before this day; null: however late.
  supplied_before date,
  primary key (tax_category, supply_mode, changes_on),
  constraint tax_transition_forward check (coalesce(ordered_from < changes_on, true) and coalesce(supplied_before > changes_on, true))
);
