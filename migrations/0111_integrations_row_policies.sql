-- A buyer or an order of an outside shop is found by that shop's id, and is otherwise hers.
call core.guard_look_up('integrations.outlet_buyer');
call core.guard_look_up('integrations.outlet_order');
