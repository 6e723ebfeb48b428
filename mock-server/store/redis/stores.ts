/** Stores in Redis: the mock's data survives restarts, and several processes can share it. */
import type { Stores } from '../stores';
import { connectRedis, type RedisOptions } from './connection';
import { createRedisStore } from './store';

/** Separates the mock's keys from other keys in the same Redis. */
const PREFIX = 'wechat-login-mock:';

/** Options of stores in Redis. */
interface RedisStoresOptions extends RedisOptions {
  /** Separates several mocks in one Redis. Must end in `:`. Default `wechat-login-mock:`. */
  prefix?: string;
}

/**
 * Connects to Redis. Keys: `<prefix>world:<scenario>:…` for each scenario, `<prefix>avatar:…` for the pictures of all
 * scenarios.
 * @throws Error of one line if Redis cannot be reached
 */
export async function createRedisStores({
  prefix = PREFIX,
  ...options
}: RedisStoresOptions): Promise<Stores> {
  const redis = await connectRedis(options);
  const avatars = `${prefix}avatar:`;
  const worlds = `${prefix}world:`;
  return {
    open: (scenario) => createRedisStore(redis, { prefix: `${worlds}${scenario}:`, avatars }),
    clearSessions: () =>
      redis.walk(worlds, async (keys) => {
        const sessions = keys.filter((key) => String(key).slice(worlds.length).split(':')[1] === 'session');
        if (sessions.length > 0) await redis.ask((client) => client.unlink(sessions));
      }),
    async clear() {
      const scenarios = new Set<string>();
      await redis.walk(prefix, async (keys) => {
        for (const key of keys.map(String)) {
          const scenario = key.startsWith(worlds) ? key.slice(worlds.length).split(':')[0] : undefined;
          if (scenario) scenarios.add(scenario);
        }
        await redis.ask((client) => client.unlink(keys));
      });
      return [...scenarios];
    },
    close: () => redis.close(),
  };
}
