'use strict';

// Finds the caller while the agent types, and fills in who it is.
(() => {
  const form = document.querySelector('form.call');
  const input = document.getElementById('lookup');
  const list = document.getElementById('found');
  const faults = document.getElementById('faults');
  let entries = [], at = -1, asked = 0, timer;

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    at = -1;
  };

  const mark = index => {
    at = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === at));
    if (at >= 0) {
      input.setAttribute('aria-activedescendant', `found-${at}`);
      list.children[at].scrollIntoView({ block: 'nearest' });
    }
  };

  const take = entry => {
    form.elements.customer.value = entry.customerDomain;
    form.elements.contactName.value = entry.name;
    form.elements.contactEmail.value = entry.email;
    form.elements.contactPhone.value = entry.phone ?? '';
    input.value = `${entry.name}, ${entry.customerName}`;
    close();
    form.elements.subject.focus();
  };

  const show = found => {
    entries = found;
    list.replaceChildren(...found.map((entry, i) => {
      const option = document.createElement('li');
      option.id = `found-${i}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = `${entry.customerName}: ${entry.name}, ${entry.email}${entry.phone ? `, ${entry.phone}` : ''} (${entry.plan})`;
      return option;
    }));
    if (found.length === 0) {
      const none = document.createElement('li');
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      none.textContent = window.words('nobody');
      list.append(none);
    }
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    at = -1;
  };

  const look = async () => {
    const text = input.value.trim();
    const mine = ++asked;
    if (text === '') {
      close();
      return;
    }
    const answer = await fetch(`${form.dataset.contacts}?q=${encodeURIComponent(text)}`);
    if (answer.ok && mine === asked) show(await answer.json());
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => look().catch(close), 150);
  });
  input.addEventListener('keydown', event => {
    if (list.hidden) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (entries.length > 0) mark((at + step + entries.length) % entries.length);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      if (entries[at < 0 ? 0 : at]) take(entries[at < 0 ? 0 : at]);
      event.preventDefault();
    } else if (event.key === 'Escape') {
      close();
    }
  });
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const entry = entries[[...list.children].indexOf(target.closest('li'))];
    if (entry) take(entry);
  });
  input.addEventListener('blur', close);

  form.addEventListener('submit', () => {
    form.querySelector('[type=submit]').disabled = true;
  });
  window.addEventListener('pageshow', () => {
    form.querySelector('[type=submit]').disabled = false;
  });
  if (faults) {
    (document.querySelector('[aria-invalid=true]') ?? faults).focus();
  } else if (!form.elements.customer.value) {
    input.focus();
  }
})();
