/** The interface through which the runner drives a stage. */
import type { Phone } from '../../../simulator/types';
import type { Refusal, StageName, Step, Target } from './case';

/** An element of the top page. */
export interface ElementView {
  /** The tag in the WXML. */
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly value: unknown;
  attribute(name: string): unknown;
}

/** A node of the page, formatted equally on both stages: tag, id, classes and attributes. */
type TreeLine = string;

/** A running mini-program on one of the stages. */
export interface Driver {
  readonly name: StageName;
  readonly phone: Phone;
  /** Starts the mini-program with this page. */
  open(page: string, query: Readonly<Record<string, string>>): Promise<void>;
  /** Performs the step's action, and waits until no work is pending. */
  act(step: Step): Promise<void>;
  /** Routes of the stack, bottom to top. */
  pages(): readonly string[];
  title(): string;
  text(): string;
  data(): Readonly<Record<string, unknown>>;
  setData(): readonly Readonly<Record<string, unknown>>[];
  findAll(target: Target): readonly ElementView[];
  /** The result of `getApp()`. */
  app(): Readonly<Record<string, unknown>>;
  /** The page's elements, one per line, indented. */
  tree(): readonly TreeLine[];
  /** Messages of exceptions and of reports so far. */
  readonly errors: readonly string[];
  readonly reports: readonly string[];
  close(): void;
}

/** The stage refuses to compile the mini-program. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  constructor(
    message: string,
    readonly place: Refusal,
  ) {
    super(message);
  }
}
