/**
 * Connects a measured server to its parent process: sends the port, and answers the message `cpu` with the processor
 * time so far, µs.
 */
export function serving(port: number): void {
  process.on('message', (question) => {
    if (question !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system });
  });
  process.send?.({ port });
}
