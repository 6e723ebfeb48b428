/** Computes the distances between two boxes. Pure. */
import type { Box } from '../checks/marked';

/** A horizontal or vertical line between two boxes, and its length, CSS px. */
export interface Distance extends Box {
  length: number;
}

const right = ({ left, width }: Box): number => left + width;
const bottom = ({ top, height }: Box): number => top + height;

/** A line from `from` to `to`, either along x at y = `at`, or along y at x = `at`. */
function line(along: 'x' | 'y', from: number, to: number, at: number): Distance {
  const start = Math.min(from, to);
  const length = Math.abs(to - from);
  return along === 'x'
    ? { left: start, top: at, width: length, height: 0, length }
    : { left: at, top: start, width: 0, height: length, length };
}

/** The middle of the overlap of two ranges; without an overlap, the middle of the first range. */
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

/** The distances from a box to the four sides of a box that contains it. */
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
 * The distances between two boxes. If one contains the other: the distances to its four sides. Otherwise: the gaps
 * between them. Boxes that overlap have no distances. Lines shorter than 0.5 px are left out.
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
