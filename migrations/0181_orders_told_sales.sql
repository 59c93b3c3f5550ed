-- A till names its sales in one way, told at once or later.
update orders.external set source = 'till' where source = 'offline';
