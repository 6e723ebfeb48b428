/** `wx.cloud`, which is not modelled: `init` works; every call fails, as without a network. */

type Raise = (error: unknown, where: string) => void;

/**
 * Creates `wx.cloud`. Calls can be chained as in `cloud.database().collection('x').get()`. Each call fails, by promise
 * or callback, with a message that names the missing API. `raise` is called with exceptions in callbacks.
 */
export function createInertCloud(raise: Raise): Readonly<Record<string, unknown>> {
  return new Proxy<Record<string, unknown>>(
    { init() {} },
    {
      get: (own, name) =>
        typeof name !== 'string' || name in own ? own[String(name)] : chain(`cloud.${name}`, raise),
    },
  );
}

/** A proxy on which every property is again such a proxy, and which can be called. */
function chain(name: string, raise: Raise): unknown {
  const call = (option?: unknown) => {
    const { fail, complete } = (option ?? {}) as Record<string, unknown>;
    for (const callback of [fail, complete]) {
      if (typeof callback !== 'function') continue;
      void Promise.resolve()
        .then(() => callback(failure(name)))
        .catch((error: unknown) => raise(error, `A callback of wx.${name}`));
    }
    return chain(`${name}()`, raise);
  };
  return new Proxy(call, {
    get(_, property) {
      if (typeof property !== 'string') return undefined;
      if (!['then', 'catch', 'finally'].includes(property)) return chain(`${name}.${property}`, raise);
      const refused = Promise.reject(failure(name));
      return refused[property as 'then'].bind(refused);
    },
  });
}

function failure(name: string): Error & { errMsg: string } {
  const reason = `${name.replace(/\(\)$/, '')}:fail it is not modelled by the simulated phone. Pass a substitute: createPhone({ fallback: { cloud: { … } } })`;
  return Object.assign(new Error(`wx.${reason}`), { errMsg: reason });
}
