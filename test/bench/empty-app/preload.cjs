const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('tables', () => ipcRenderer.invoke('tables'));
window.addEventListener('DOMContentLoaded', () => {
  void ipcRenderer.invoke('tables').then((count) => {
    document.body.textContent = `ready ${count}`;
  });
});
