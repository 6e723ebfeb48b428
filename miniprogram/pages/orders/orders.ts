// Placeholder for a shop's list of orders. It opens only if the user's profile is known. There is nothing to load.
Page({});
