-- An order is found by the number another system knows it under, whichever channel it came by.
create index external_name on orders.external (external_id);
