/**
 * Checks the nesting of templates and included files before anything is compiled, with the same messages on both
 * stages. Rejects cycles, which WeChat renders once and then stops without an error, and chains that are too long or
 * contain too many nodes: a chain in which each part is used twice has 2ⁿ nodes.
 */
import { DEEPEST } from './depth';
import type { IncludeNode, Linkable, WxmlNode } from './syntax';

/** The maximum length of a chain of templates and included files. */
const LONGEST = 128;
/**
 * The maximum number of nodes in a file with its included files, because the preview copies an included file into the
 * place of its `<include>`.
 */
const MOST = 20_000;

/** A mistake, and the place of its statement. */
interface NestingMistake<File> {
  readonly file: File;
  readonly reason: string;
  readonly at: number;
}

/** The result for one list of nodes. */
export interface Nesting<File> {
  /** Levels of tags. */
  levels: number;
  nodes: number;
  /** The length of the longest chain of templates and included files. */
  chain: number;
  /** The first mistake in these nodes, or in the parts that they render. */
  mistake: NestingMistake<File> | undefined;
}

/** The body of a file, or one of its templates. */
interface Part<File> {
  readonly nodes: readonly WxmlNode[];
  readonly file: File;
  /** The name of the template; undefined for a body. */
  readonly template: string | undefined;
}

/**
 * Resolves the statements `<include>` and `<template is>`. Undefined if there is nothing to render, or if the name
 * depends on data.
 */
interface Finder<File> {
  included(statement: IncludeNode, from: File): File | undefined;
  template(name: string, from: File): { nodes: readonly WxmlNode[]; file: File } | undefined;
  nameOf(file: File): string;
}

/** A part that is being checked. */
interface Visit<File> {
  readonly part: Part<File>;
  readonly places: readonly Place[];
  /** The index of the next place to check. */
  next: number;
  readonly found: Nesting<File>;
}

/** A node and its nesting level. */
interface Place {
  readonly node: WxmlNode;
  readonly level: number;
}

/**
 * Checks the body and the templates of a file, and all parts that they render.
 * @param known List of nodes → result; this function adds to it.
 * @returns the first mistake
 */
export function nestingMistake<File extends Linkable>(
  file: File,
  finder: Finder<File>,
  known: Map<readonly WxmlNode[], Nesting<File>>,
): NestingMistake<File> | undefined {
  const templates = [...file.document.templates].map(([template, nodes]) => ({ nodes, file, template }));
  for (const part of [{ nodes: file.document.nodes, file, template: undefined }, ...templates]) {
    const { mistake } = known.get(part.nodes) ?? checkPart(part, finder, known);
    if (mistake !== undefined) return mistake;
  }
  return undefined;
}

/** Checks a part. Iterative, because a chain may have thousands of parts. Each part is checked once. */
function checkPart<File extends Linkable>(
  first: Part<File>,
  finder: Finder<File>,
  known: Map<readonly WxmlNode[], Nesting<File>>,
): Nesting<File> {
  const last = begin(first);
  const open = [last];
  /** Nodes → index in `open`. */
  const places = new Map([[first.nodes, 0]]);
  for (let now = open.at(-1); now !== undefined; now = open.at(-1)) {
    const place = now.places[now.next];
    if (place === undefined) {
      known.set(now.part.nodes, now.found);
      places.delete(now.part.nodes);
      open.pop();
      continue;
    }
    const part = partOf(place.node, now.part.file, finder);
    const inside = part === undefined ? undefined : known.get(part.nodes);
    const start = part === undefined ? undefined : places.get(part.nodes);
    if (part !== undefined && inside === undefined && start === undefined) {
      // This place is visited again when the result of its part is known.
      places.set(part.nodes, open.length);
      open.push(begin(part));
      continue;
    }
    now.next += 1;
    if (part === undefined) continue;
    if (inside !== undefined) addPart(now, place, inside);
    else {
      const circle = [...open.slice(start).map((one) => one.part), part];
      addMistake(now, place, circleText(circle, finder));
    }
  }
  return last.found;
}

function begin<File>(part: Part<File>): Visit<File> {
  const places = [...placesIn(part.nodes, 1)];
  const levels = places.reduce((most, { level }) => Math.max(most, level), 0);
  const found = { levels, nodes: places.length, chain: 0, mistake: undefined };
  return { part, places, next: 0, found };
}

/** All nodes with their levels: each tag, `wx:if` and `wx:for` adds one, a text none. */
function* placesIn(nodes: readonly WxmlNode[], level: number): Generator<Place> {
  for (const node of nodes) {
    yield { node, level: node.kind === 'text' ? level - 1 : level };
    if (node.kind === 'if')
      yield* placesIn(
        node.branches.map(({ content }) => content),
        level + 1,
      );
    else if (node.kind === 'for') yield* placesIn([node.content], level + 1);
    else if (node.kind === 'element' || node.kind === 'block') yield* placesIn(node.children, level + 1);
  }
}

/** The part that a statement renders; undefined if there is none, or if the name depends on data. */
function partOf<File extends Linkable>(
  node: WxmlNode,
  from: File,
  finder: Finder<File>,
): Part<File> | undefined {
  if (node.kind === 'include') {
    const file = finder.included(node, from);
    return file === undefined ? undefined : { nodes: file.document.nodes, file, template: undefined };
  }
  if (node.kind !== 'template') return undefined;
  const [name, ...more] = node.is.parts;
  if (typeof name !== 'string' || more.length > 0) return undefined;
  const found = finder.template(name, from);
  return found === undefined ? undefined : { ...found, template: name };
}

/** Adds the result of the part that a statement renders. */
function addPart<File>(now: Visit<File>, place: Place, inside: Nesting<File>): void {
  const { found } = now;
  found.chain = Math.max(found.chain, inside.chain + 1);
  if (place.node.kind === 'include') {
    found.levels = Math.max(found.levels, place.level - 1 + inside.levels);
    found.nodes += inside.nodes;
  }
  if (inside.mistake !== undefined) found.mistake ??= inside.mistake;
  else if (found.nodes > MOST && place.node.kind === 'include') addMistake(now, place, TOO_MANY);
  else if (found.levels > DEEPEST) addMistake(now, place, TOO_DEEP);
  else if (found.chain > LONGEST) addMistake(now, place, TOO_LONG);
}

const TOO_MANY = `together with its included files, this file has more than ${MOST} nodes: move parts of it into components`;
const TOO_DEEP = `together with its included files, this file has more than ${DEEPEST} levels of tags (each tag, wx:if and wx:for is one): move a part into a component`;
const TOO_LONG = `more than ${LONGEST} levels of nested templates and included files`;

function addMistake<File>({ part, found }: Visit<File>, { node }: Place, reason: string): void {
  const at = 'at' in node ? node.at : 0;
  found.mistake ??= { file: part.file, reason, at };
}

/** Describes a cycle: `these files include each other: a.wxml → b.wxml → a.wxml`. */
function circleText<File>(circle: readonly Part<File>[], { nameOf }: Finder<File>): string {
  const names = circle.map(({ template, file }) =>
    template === undefined ? nameOf(file) : `template "${template}" of ${nameOf(file)}`,
  );
  const kind = circle.every(({ template }) => template === undefined)
    ? 'these files include each other'
    : circle.every(({ template }) => template !== undefined)
      ? 'these templates use each other'
      : 'these templates and files include each other';
  return `${kind}: ${names.join(' → ')}. WeChat stops there without an error`;
}

/**
 * The message for a template that uses itself through a name that comes from data.
 * @param drawing The names of the templates that are being rendered, the outermost first.
 */
export const templateCircle = (drawing: readonly string[], name: string): string =>
  `these templates use each other: ${[...drawing.slice(drawing.indexOf(name)), name].map((one) => `"${one}"`).join(' → ')}. WeChat stops there without an error`;
