/** Nothing is laid out in jsdom: style sheets of the preview's own are left out. */
module.exports = {};
