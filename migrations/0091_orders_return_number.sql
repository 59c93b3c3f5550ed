-- The number of a return is looked up by itself, and is otherwise hers.
call core.guard_look_up('orders.return_number');
