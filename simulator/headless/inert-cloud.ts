/** `wx.cloud` where nobody models it: it can be set up, and says what is missing as soon as it is used. */
export function createInertCloud(): Readonly<Record<string, unknown>> {
  const cloud: Record<string, unknown> = { init() {} };
  return new Proxy(cloud, {
    get(target, name) {
      if (typeof name !== 'string' || name in target) return target[name as string];
      return () => {
        throw new Error(
          `wx.cloud.${name} is not modelled by the simulated phone. Pass a substitute: createPhone({ fallback: { cloud: { init() {}, ${name}() {} } } }).`,
        );
      };
    },
  });
}
