-- What is set aside is found by its own id, and is otherwise hers.
call core.guard_look_up('orders.hold_reference');
