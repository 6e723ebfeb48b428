// Where a shop would list its orders. Only known people get here; there is nothing to load.
Page({});
