/** The syntax tree of a WXS text. `at` is an offset in the text. */

export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  /** Math, Number, Date. */
  | { readonly kind: 'library'; readonly name: string }
  | { readonly kind: 'this' }
  | { readonly kind: 'arguments' }
  | { readonly kind: 'require'; readonly src: string; readonly at: number }
  | { readonly kind: 'function'; readonly body: FunctionBody }
  | { readonly kind: 'array'; readonly items: readonly (Expression | null)[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, Expression])[] }
  | Member
  | {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly args: readonly Expression[];
      readonly at: number;
    }
  | { readonly kind: 'unary'; readonly operator: string; readonly value: Expression }
  /** `++` and `--`. */
  | { readonly kind: 'step'; readonly operator: string; readonly isPrefix: boolean; readonly target: Target }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | {
      readonly kind: 'assign';
      readonly operator: string;
      readonly target: Target;
      readonly value: Expression;
    };

interface Member {
  readonly kind: 'member';
  readonly object: Expression;
  /** A string for `.name`, an expression for `[…]`. */
  readonly key: string | Expression;
  readonly at: number;
}

export type Target = Member | { readonly kind: 'name'; readonly name: string; readonly at: number };

export interface FunctionBody {
  readonly name: string | undefined;
  readonly parameters: readonly { readonly name: string; readonly initial: Expression | undefined }[];
  readonly statements: readonly Statement[];
  readonly usesArguments: boolean;
}

export type Statement =
  | { readonly kind: 'expression'; readonly value: Expression }
  | {
      readonly kind: 'var';
      readonly items: readonly { readonly name: string; readonly value: Expression | undefined }[];
    }
  | { readonly kind: 'function'; readonly body: FunctionBody & { readonly name: string } }
  | { readonly kind: 'return'; readonly value: Expression | undefined }
  | { readonly kind: 'break' | 'continue' }
  | { readonly kind: 'block'; readonly statements: readonly Statement[] }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly yes: Statement;
      readonly no: Statement | undefined;
    }
  | {
      readonly kind: 'for';
      readonly start: Statement | undefined;
      readonly test: Expression | undefined;
      readonly step: Expression | undefined;
      readonly body: Statement;
      readonly at: number;
    }
  | {
      readonly kind: 'while' | 'do';
      readonly test: Expression;
      readonly body: Statement;
      readonly at: number;
    }
  | {
      readonly kind: 'switch';
      readonly value: Expression;
      readonly cases: readonly {
        readonly test: Expression | undefined;
        readonly statements: readonly Statement[];
      }[];
    };
