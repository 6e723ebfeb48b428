/**
 * Ends the program with one line if Node is too old. Written in old syntax, because an old Node must be able to parse
 * it.
 */
var needed = require('../package.json').engines.node.replace('>=', '');

function numberOf(version) {
  var parts = version.split('.');
  return Number(parts[0]) * 1e6 + Number(parts[1]) * 1e3 + Number(parts[2]);
}

if (numberOf(process.versions.node) < numberOf(needed)) {
  console.error(`\n  Node ${needed} or newer is needed; this is Node ${process.versions.node}.\n`);
  process.exit(1);
}
