export const shell = {
  'shell.address': 'Open Bản Thảo at this address (works once; Ctrl+C to stop): {address}',
  'shell.no_browser': 'No Chrome, Chromium or Edge was found on this computer.',
  'shell.link_used':
    'This address opens once, in one window. Close the program and start it again to get a new address.',
  'shell.port_in_use': 'Another program is using port {port}. Choose another one, or leave out --port.',
  'shell.port_invalid': 'Port “{port}” is not right. A port is a number from 1 to 65535.',
  'shell.unknown_argument': '“{argument}” is not understood. You may use: --no-window, --demo, --port NUMBER.',
  'shell.demo_progress': 'Preparing the sample unit: {done}/{total}',

  'shell.understood': 'Understood',
  'shell.unsaved': 'What was typed last could not be saved on this computer.',
  'shell.unsaved_text':
    'The disk may be full or busy. Stay, free some space, then close again; if you close now, unsaved words are lost.',
  'shell.stay': 'Stay',
  'shell.lose': 'Close and lose unsaved words',
  'shell.page_dies':
    'The window failed several times in a row, so the program stops. Everything shown as “Saved on this computer” is kept. Open it again; if it fails still, tell the IT teacher.',

  // The native menu.
  'shell.menu.about': 'About Bản Thảo',
  'shell.menu.hide': 'Hide Bản Thảo',
  'shell.menu.hideOthers': 'Hide Others',
  'shell.menu.unhide': 'Show All',
  'shell.menu.quit': 'Quit',
  'shell.menu.file': 'Post',
  'shell.menu.newPost': 'New Post',
  'shell.menu.edit': 'Edit',
  'shell.menu.undo': 'Undo',
  'shell.menu.redo': 'Redo',
  'shell.menu.cut': 'Cut',
  'shell.menu.copy': 'Copy',
  'shell.menu.paste': 'Paste',
  'shell.menu.pastePlain': 'Paste Without Formatting',
  'shell.menu.selectAll': 'Select All',
  'shell.menu.findPost': 'Find Posts',
  'shell.menu.view': 'View',
  'shell.menu.theme': 'Background',
  'shell.menu.theme.system': 'Same as System',
  'shell.menu.theme.light': 'Light',
  'shell.menu.theme.dark': 'Dark',
  'shell.menu.zoomIn': 'Zoom In',
  'shell.menu.zoomOut': 'Zoom Out',
  'shell.menu.resetZoom': 'Normal Size',
  'shell.menu.fullScreen': 'Full Screen',
  'shell.menu.developer': 'Developer Tools',
  'shell.menu.window': 'Window',
  'shell.menu.minimize': 'Minimise',
  'shell.menu.zoom': 'Zoom Window',
  'shell.menu.close': 'Close Window',

  // `npm run package`.
  'shell.packaged': 'Packaged into “{folder}”: {bytes} bytes.',
  'shell.package_stand_in':
    'No Electron on this computer: the package has stand-ins, only to be checked; it does not run.',
} as const;
