/** Replaces the preview's own style sheets: jsdom has no layout. */
module.exports = {};
