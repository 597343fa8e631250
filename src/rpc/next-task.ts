/**
 * Runs when everything of this turn is done, promises included. Sooner than `setTimeout(run, 0)`, which browsers stretch
 * to four milliseconds and a list of several round trips would wait for each time.
 */
export function nextTask(run: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    // An open port would keep a command from ending.
    port1.close()
    run()
  }
  port2.postMessage(undefined)
}
