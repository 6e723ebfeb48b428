/**
 * `wx.createAnimation` (typings 5.2.3, `Animation`): records steps. `export()` returns them as data for the attribute
 * `animation`, in the base library's format, which miniprogram-simulate (src/api/animation.js) also uses.
 */
import type { Family } from './define';

/**
 * A function or property of a step, e.g. `{ type: 'rotate', args: [45] }`, `{ type: 'style', args: ['opacity', 0] }`.
 */
export interface Animate {
  readonly type: string;
  readonly args: readonly unknown[];
}

/** A step: all its changes happen at the same time. */
export interface AnimationAction {
  readonly animates: readonly Animate[];
  readonly option: {
    readonly transformOrigin: string;
    /** `duration` and `delay` in ms. */
    readonly transition: {
      readonly duration: number;
      readonly timingFunction: string;
      readonly delay: number;
    };
  };
}

/** Functions of CSS `transform`, with their default arguments. */
const TRANSFORMS: Readonly<Record<string, readonly number[]>> = {
  matrix: [1, 0, 0, 1, 1, 1],
  matrix3d: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  rotate: [0],
  rotate3d: [0, 0, 0, 0],
  rotateX: [0],
  rotateY: [0],
  rotateZ: [0],
  scale3d: [1, 1, 1],
  scaleX: [1],
  scaleY: [1],
  scaleZ: [1],
  skew: [0, 0],
  skewX: [0],
  skewY: [0],
  translate: [0, 0],
  translate3d: [0, 0, 0],
  translateX: [0],
  translateY: [0],
  translateZ: [0],
};

/** Methods that change a CSS property. With `px: true`, numbers are in px. */
const STYLES: Readonly<Record<string, { property: string; px: boolean }>> = {
  opacity: { property: 'opacity', px: false },
  backgroundColor: { property: 'background-color', px: false },
  width: { property: 'width', px: true },
  height: { property: 'height', px: true },
  left: { property: 'left', px: true },
  right: { property: 'right', px: true },
  top: { property: 'top', px: true },
  bottom: { property: 'bottom', px: true },
};

type Option = Partial<WechatMiniprogram.StepOption>;

export const animation = ((core) => ({
  createAnimation: (option) => {
    core.calls.sync('createAnimation', option ?? {}, () => undefined);
    return createAnimation(option ?? {}) as never;
  },
})) satisfies Family;

/** Creates an animation without steps. */
function createAnimation(defaults: Option = {}): Record<string, (...args: unknown[]) => unknown> {
  let actions: AnimationAction[] = [];
  let current: Animate[] = [];
  /** Function or property → its value after the steps so far. A later step keeps the values that it does not change. */
  const reached = new Map<string, Animate>();
  const optionOf = (step: Option): AnimationAction['option'] => ({
    transformOrigin: step.transformOrigin ?? defaults.transformOrigin ?? '50% 50% 0',
    transition: {
      duration: step.duration ?? defaults.duration ?? 400,
      timingFunction: step.timingFunction ?? defaults.timingFunction ?? 'linear',
      delay: step.delay ?? defaults.delay ?? 0,
    },
  });
  const self: Record<string, (...args: unknown[]) => unknown> = {
    step(option) {
      for (const one of current) reached.set(one.type === 'style' ? `style.${one.args[0]}` : one.type, one);
      actions.push({ animates: [...reached.values()], option: optionOf((option ?? {}) as Option) });
      current = [];
      return self;
    },
    /** "export 方法每次调用后会清掉之前的动画操作". */
    export() {
      const exported = { actions };
      actions = [];
      return exported;
    },
    scale(sx = 1, sy = sx) {
      current.push({ type: 'scale', args: [sx, sy] });
      return self;
    },
  };
  for (const [type, initial] of Object.entries(TRANSFORMS)) {
    self[type] = (...args) => {
      current.push({ type, args: initial.map((value, at) => args[at] ?? value) });
      return self;
    };
  }
  for (const [name, { property, px }] of Object.entries(STYLES)) {
    self[name] = (value) => {
      current.push({
        type: 'style',
        args: [property, px && typeof value === 'number' ? `${value}px` : value],
      });
      return self;
    };
  }
  return self;
}
