/** Says at the end of a run of Jest how much processor time it took, in milliseconds. */
export default () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(`BENCH ${(user + system) / 1000}\n`);
};
