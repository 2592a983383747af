import type { Replicas, StackPorts } from './stack.mjs';

export function portsFrom(base: number, replicas?: Replicas): StackPorts;

export function freePorts(replicas?: Replicas): Promise<StackPorts>;

export function assertFree(ports: Record<string, number>): Promise<void>;
