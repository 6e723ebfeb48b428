/** The stubs of `wx` in miniprogram-simulate: CommonJS without types. */
declare module 'miniprogram-simulate/src/api' {
  const stubs: Readonly<Record<string, unknown>>;
  export default stubs;
}
