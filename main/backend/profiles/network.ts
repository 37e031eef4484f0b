import { networkInterfaces } from 'node:os';

/** The addresses this computer has outside of itself; empty without a network. */
export function networkNow(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join(' ');
}
