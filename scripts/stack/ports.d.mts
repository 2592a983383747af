import type { StackPorts } from './stack.mjs';

export function portsFrom(base: number): StackPorts;

export function freePorts(): Promise<StackPorts>;

export function assertFree(ports: Record<string, number>): Promise<void>;
