export function canariesIn(text: string): string[];
export function canariesInFiles(folder: string): Promise<string[]>;
export function canariesInDatabase(name: string, connectionString: string): Promise<string[]>;
