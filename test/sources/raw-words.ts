/** Words of an engine, not of this project: a message that has them tells a person nothing. */
export const RAW =
  /is not a function|is not iterable|undefined is not|Cannot (?:read|convert|destructure)|of (?:undefined|null)\b|RuntimeError|Maximum call|recursive use|unreachable|argument must be|EISDIR|ENOTDIR|ENOENT|Invalid (?:regular|array)|\.js:\d+|^\s+at /m;
