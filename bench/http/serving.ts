/**
 * What every measured server does once it listens: tells its parent the port, and answers `cpu` with the processor
 * time that it has used so far, in µs.
 */
export function serving(port: number): void {
  process.on('message', (question) => {
    if (question !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system });
  });
  process.send?.({ port });
}
