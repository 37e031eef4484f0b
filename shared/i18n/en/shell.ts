export const shell = {
  'shell.address': 'Open Bản Thảo at this address (works once; Ctrl+C to stop): {address}',
  'shell.no_browser': 'No Chrome, Chromium or Edge was found on this computer.',
  'shell.link_used':
    'This address opens once, in one window. Close the program and start it again to get a new address.',
  'shell.port_in_use': 'Another program is using port {port}. Choose another one, or leave out --port.',
  'shell.port_invalid': 'Port “{port}” is not right. A port is a number from 1 to 65535.',
  'shell.unknown_argument': '“{argument}” is not understood. You may use: --no-window, --demo, --port NUMBER.',
  'shell.demo_progress': 'Preparing the sample unit: {done}/{total}',
} as const;
