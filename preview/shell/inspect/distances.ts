/** How far two boxes are from each other. Pure. */
import type { Box } from './measure';

/** A line between two boxes, across or down, and how long it is, CSS px. */
export interface Distance extends Box {
  length: number;
}

const right = ({ left, width }: Box): number => left + width;
const bottom = ({ top, height }: Box): number => top + height;

/** A line from `from` to `to` along x at the height `at`, or along y at the place `at`. */
function line(along: 'x' | 'y', from: number, to: number, at: number): Distance {
  const start = Math.min(from, to);
  const length = Math.abs(to - from);
  return along === 'x'
    ? { left: start, top: at, width: length, height: 0, length }
    : { left: at, top: start, width: 0, height: length, length };
}

/** The middle of what two ranges share; the middle of the first where they share nothing. */
function middle(start: number, end: number, otherStart: number, otherEnd: number): number {
  const from = Math.max(start, otherStart);
  const to = Math.min(end, otherEnd);
  return from <= to ? (from + to) / 2 : (start + end) / 2;
}

const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  right(outer) >= right(inner) &&
  bottom(outer) >= bottom(inner);

/** To the four sides of the box around it. */
function inside(inner: Box, outer: Box): Distance[] {
  const x = inner.left + inner.width / 2;
  const y = inner.top + inner.height / 2;
  return [
    line('y', outer.top, inner.top, x),
    line('x', right(inner), right(outer), y),
    line('y', bottom(inner), bottom(outer), x),
    line('x', outer.left, inner.left, y),
  ];
}

/**
 * The distances from `one` to `other`: to the four sides where one lies in the other, else across the gaps between them.
 * Two that overlap have none. Lines of no length are left out.
 */
export function distances(one: Box, other: Box): Distance[] {
  const found: Distance[] = [];
  if (holds(other, one)) found.push(...inside(one, other));
  else if (holds(one, other)) found.push(...inside(other, one));
  else {
    const y = middle(one.top, bottom(one), other.top, bottom(other));
    const x = middle(one.left, right(one), other.left, right(other));
    if (right(one) < other.left) found.push(line('x', right(one), other.left, y));
    if (right(other) < one.left) found.push(line('x', right(other), one.left, y));
    if (bottom(one) < other.top) found.push(line('y', bottom(one), other.top, x));
    if (bottom(other) < one.top) found.push(line('y', bottom(other), one.top, x));
  }
  return found.filter(({ length }) => length >= 0.5);
}
