/** Options of components that only WeChat's newer framework, glass-easel, has (typings 5.2.3, lib.wx.glass-easel.component.d.ts). */
const EASEL_ONLY: readonly string[] = [
  'dynamicSlots',
  'dataDeepCopy',
  'propertyPassingDeepCopy',
  'propertyEarlyInit',
];

/**
 * Removes the options that only glass-easel has: exparser, which phones use by default, ignores them.
 * @param component Its path from the root, for the report.
 */
export function withoutEaselOptions<T extends Readonly<Record<string, unknown>>>(
  definition: T,
  component: string,
  report: (message: string) => void,
): T {
  const { options } = definition;
  if (typeof options !== 'object' || options === null) return definition;
  const found = EASEL_ONLY.filter((name) => name in options);
  if (found.length === 0) return definition;
  report(
    `${component}: options.${found.join(', options.')} has no effect on phones; only glass-easel supports it`,
  );
  return {
    ...definition,
    options: Object.fromEntries(Object.entries(options).filter(([name]) => !found.includes(name))),
  };
}
