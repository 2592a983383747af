const queries = [
  ['Villages named Mulyasari, for anybody', 'RegionSearch', '{ regions { totalCount } }'],
];

export function welcome(stack, seconds) {
  return `ready ${seconds}\n${stack.gatewayUrl} ${queries.length}\n`;
}
