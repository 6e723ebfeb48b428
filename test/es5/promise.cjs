/** The `Promise` of iOS 15 and older: each callback runs in a separate task. */
const key = Symbol.for('old phone: Promise');

/** @param defer runs a function in a separate task, by a timer of the mini-program */
globalThis[key] = (defer) =>
  class TaskPromise extends Promise {
    // biome-ignore lint/suspicious/noThenProperty: this is what is different about it
    then(done, failed) {
      const later = (run) =>
        typeof run === 'function'
          ? (value) =>
              new Promise((resolve, reject) => {
                defer(() => {
                  try {
                    resolve(run(value));
                  } catch (error) {
                    reject(error);
                  }
                });
              })
          : run;
      return super.then(later(done), later(failed));
    }
  };
