'use strict';

// Moves in a list by keys, does things with several lines, and keeps the list fresh without losing the place.
(() => {
  const form = document.getElementById('several');
  const summary = document.getElementById('summary');
  const selected = document.getElementById('selected');
  const rows = () => [...document.querySelectorAll('#rows tbody tr')];
  const linkOf = row => row?.querySelector('a.open');
  let current = null;

  const here = () => document.getElementById(current);

  const mark = (row, focus = true) => {
    here()?.classList.remove('is-here');
    current = row?.id ?? null;
    row?.classList.add('is-here');
    if (row && focus) {
      linkOf(row).focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
  };

  const move = step => event => {
    const all = rows();
    if (all.length === 0) return;
    const at = all.indexOf(here());
    mark(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]);
    event.preventDefault();
  };

  const boxes = () => [...document.querySelectorAll('#rows input[name=task]')];

  const tellSelected = () => {
    const count = boxes().filter(box => box.checked).length;
    if (selected) selected.textContent = count === 0 ? '' : `(${count})`;
    const all = document.getElementById('all');
    if (all) {
      all.checked = count > 0 && count === boxes().length;
      all.indeterminate = count > 0 && !all.checked;
    }
  };

  const refresh = async () => {
    const answer = await fetch(`${form.dataset.rows}?${form.dataset.query}`, { redirect: 'manual' });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const focused = document.activeElement?.id;
    const kept = boxes().filter(box => box.checked).map(box => box.id);
    const top = window.scrollY;
    const before = rows().map(row => row.id);
    for (const id of ['lists', 'rows']) {
      const part = fresh.getElementById(id);
      if (part) document.getElementById(id).replaceWith(part);
    }
    kept.forEach(id => { const box = document.getElementById(id); if (box) box.checked = true; });
    if (current && !here()) {
      // The line has gone; the place stays.
      const at = Math.min(before.indexOf(current), rows().length - 1);
      mark(rows()[at] ?? null, document.activeElement === document.body);
    } else {
      here()?.classList.add('is-here');
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    }
    window.scrollTo(window.scrollX, top);
    window.writeTimes(document.getElementById('rows'));
    tellSelected();
  };

  let asked = false;
  const refreshSoon = () => {
    if (asked) return;
    asked = true;
    setTimeout(async () => {
      asked = false;
      try { await refresh(); } catch { /* The next event tries again. */ }
    }, 200);
  };

  const send = async data => {
    data.set('from', form.dataset.query);
    const answer = await window.deskFetch(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(data), headers: { 'Desk-Part': 'summary' } });
    summary.hidden = false;
    if (answer.ok) {
      const said = new DOMParser().parseFromString(await answer.text(), 'text/html');
      summary.replaceChildren(...said.body.childNodes);
    } else if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      summary.textContent = window.words('loginEnded');
    } else {
      summary.textContent = window.words('failed');
    }
    await refresh();
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    const data = new FormData(form, event.submitter);
    send(data).catch(() => {
      summary.hidden = false;
      summary.textContent = window.words('away');
    });
  });

  form.addEventListener('change', event => {
    if (event.target.id === 'all') {
      boxes().forEach(box => { box.checked = event.target.checked; });
    }
    tellSelected();
  });

  document.addEventListener('focusin', ({ target }) => {
    const row = target.closest('#rows tbody tr');
    if (row) mark(row, false);
  });

  window.deskKeys({
    j: move(1),
    k: move(-1),
    ArrowDown: move(1),
    ArrowUp: move(-1),
    Enter: event => {
      if (event.target === document.body || event.target.id === 'content') linkOf(here())?.click();
    },
    x: () => {
      const box = here()?.querySelector('input[name=task]');
      if (box) {
        box.checked = !box.checked;
        tellSelected();
      }
    },
    c: () => {
      const task = here()?.dataset.task;
      if (task && form.querySelector('[value=claim]')) {
        const data = new FormData();
        data.set('task', task);
        data.set('action', 'claim');
        send(data).catch(() => {});
      }
    },
    '/': event => {
      document.getElementById('q').focus();
      document.getElementById('q').select();
      event.preventDefault();
    },
  });

  // Where one came back from.
  const last = sessionStorage.getItem('desk-task');
  if (last && document.getElementById(last)) mark(document.getElementById(last));
  document.addEventListener('click', ({ target }) => {
    const row = target.closest('#rows tbody tr');
    if (row && target.closest('a.open')) sessionStorage.setItem('desk-task', row.id);
  });

  let first = true;
  const events = new EventSource(form.dataset.events);
  events.addEventListener('changed', refreshSoon);
  events.addEventListener('open', () => {
    // What changed while nobody told us.
    if (!first) refreshSoon();
    first = false;
  });
  window.addEventListener('pagehide', () => events.close());
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
  tellSelected();
})();
