/** Settings of Kafka by name. */
export type Properties = Record<string, string | number | boolean>;

export function guards(secrets: string): Properties;
