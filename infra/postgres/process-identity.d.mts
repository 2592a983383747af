/** When the process began, or null when there is none (or only its remains). */
export function startOf(pid: number): string | null;
