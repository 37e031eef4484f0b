// Gives a backend's program in a plain Node process what Electron gives it in a utility process: `process.parentPort`,
// and the ports that come with messages to it. Which program: the environment variable UTILITY_PROGRAM.
import { EventEmitter } from 'node:events';

class Port extends EventEmitter {
  constructor(id) {
    super();
    this.id = id;
  }
  postMessage(data) {
    process.send({ port: this.id, data });
  }
  start() {}
}

const parentPort = new EventEmitter();
parentPort.postMessage = (data) => process.send({ data });
const ports = new Map();
process.on('message', ({ port, data, transferred }) => {
  if (port !== undefined) return ports.get(port)?.emit('message', { data });
  const arrived = transferred.map((id) => new Port(id));
  for (const each of arrived) ports.set(each.id, each);
  parentPort.emit('message', { data, ports: arrived });
});
process.parentPort = parentPort;
await import(process.env.UTILITY_PROGRAM);
