/** Words of a JavaScript engine's messages: an error with them does not help a developer. */
export const RAW =
  /is not a function|is not iterable|undefined is not|Cannot (?:read|convert|destructure)|of (?:undefined|null)\b|RuntimeError|Maximum call|recursive use|unreachable|argument must be|EISDIR|ENOTDIR|ENOENT|Invalid (?:regular|array)|\.js:\d+|^\s+at /m;
