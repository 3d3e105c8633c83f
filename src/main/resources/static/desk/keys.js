'use strict';

// Keys that work on every page of the Desk. A page adds its own through deskKeys.
(() => {
  const LISTS = { m: 'mine', q: 'queues', o: 'overdue', w: 'waiting', a: 'all' };
  const dialog = document.getElementById('keys');
  const own = {};
  let went = 0;

  window.deskKeys = keys => Object.assign(own, keys);

  /** Sends to the Desk with what it wants to see from its own pages. */
  window.deskFetch = (address, options = {}) => {
    const csrf = document.querySelector('meta[name=csrf]');
    const headers = { ...options.headers };
    if (csrf) headers[csrf.dataset.header] = csrf.content;
    return fetch(address, { ...options, headers, redirect: 'manual' });
  };

  const isTyping = target => target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]') !== null;

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog?.open || isTyping(event.target)) return;
    if (event.key === '?' && dialog) {
      dialog.showModal();
      event.preventDefault();
    } else if (Date.now() - went < 1500 && (LISTS[event.key] || event.key === 'l')) {
      went = 0;
      event.preventDefault();
      location.assign(event.key === 'l' ? '/desk/calls/new' : `/desk?list=${LISTS[event.key]}`);
    } else if (event.key === 'g') {
      went = Date.now();
    } else if (own[event.key]) {
      went = 0;
      own[event.key](event);
    }
  });

  for (const button of document.querySelectorAll('[data-keys]')) {
    button.hidden = false;
    button.addEventListener('click', () => dialog.showModal());
  }
})();
