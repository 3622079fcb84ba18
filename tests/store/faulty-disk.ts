// A disk on which one operation fails: with an error of the system, by writing less than it says, or by the end of the process.
import { DISK, type Disk } from '../../src/store/disk.ts';

export type Fault = 'EBUSY' | 'EACCES' | 'EIO' | 'ENOSPC' | 'short' | 'killed';
export const FAULTS: readonly Fault[] = ['EBUSY', 'EACCES', 'EIO', 'ENOSPC', 'short', 'killed'];

class Killed extends Error {}

const systemError = (code: string) => Object.assign(new Error(code), { code });

/** Operation number `at` (from 0) fails by `fault`; `lasts`: all of the same name after it, too. `count` tells how many there were. */
export function faultyDisk(fault: Fault, at: number, lasts = false): { disk: Disk; count: () => number } {
  let count = 0;
  let isDead = false;
  let failing: string | null = null;
  const meet = (name: string): void => {
    if (isDead) throw new Killed();
    const isNow = count === at || (lasts && failing === name);
    count += 1;
    if (!isNow) return;
    failing = name;
    if (fault === 'killed') {
      isDead = true;
      throw new Killed();
    }
    if (fault !== 'short') throw systemError(fault);
  };
  const isShort = (): boolean => fault === 'short' && count - 1 === at;
  const handles = (handle: Awaited<ReturnType<Disk['open']>>) => ({
    writeFile: async (bytes: Uint8Array) => {
      try {
        meet('write');
      } catch (cause) {
        // Part of the bytes are there when the disk is full or the process ends.
        await handle.writeFile(bytes.subarray(0, bytes.length >> 1));
        throw cause;
      }
      await handle.writeFile(isShort() ? bytes.subarray(0, bytes.length >> 1) : bytes);
    },
    sync: async () => {
      meet('sync');
      await handle.sync();
    },
    close: () => handle.close(),
  });
  const disk = new Proxy(DISK, {
    get:
      (target, name: keyof Disk) =>
      async (...args: unknown[]) => {
        meet(name);
        const result = await (target[name] as (...rest: unknown[]) => Promise<unknown>)(...args);
        return name === 'open' ? handles(result as Awaited<ReturnType<Disk['open']>>) : result;
      },
  });
  return { disk, count: () => count };
}
