'use strict';

// Shows the form of a task, keeps what is typed as a draft, says who else is there, and sends the answers.
(() => {
  const box = document.getElementById('task');
  const show = (id, text) => {
    const element = document.getElementById(id);
    element.textContent = text ?? '';
    element.hidden = !text;
    return element;
  };

  window.deskKeys({
    u: () => document.getElementById('back').click(),
    c: () => document.getElementById('claim')?.click(),
  });
  if (!box) return;

  const { address, from } = box.dataset;
  const editable = box.dataset.editable === 'true';
  const PAUSE = 800, BREATH = 10000;
  const LOGIN_ENDED = window.words('loginEnded');
  const UNREACHABLE = window.words('away');

  let form, keys, prints, saving, kept = '', dirty = false, sending = false;

  const asJson = (method, body) => ({
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });

  const reasonOf = async answer => {
    if (answer.type === 'opaqueredirect' || answer.status === 401) return LOGIN_ENDED;
    try {
      const said = await answer.json();
      return said.reason ?? said.detail ?? UNREACHABLE;
    } catch {
      return answer.status === 403 ? LOGIN_ENDED : UNREACHABLE;
    }
  };

  /** The fields that somebody can fill in; what the form only shows is no part of a draft. */
  const fieldsOf = components => (components ?? []).flatMap(component => [
    ...(component.key && !component.readonly && !component.disabled && component.type !== 'expression' ? [component.key] : []),
    ...fieldsOf(component.components),
  ]);

  // Names that programs give to things; in a form they are read by people.
  const NAMES = ['waitReason', 'action'];
  const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;
  const SHOWN = 'Shown';

  const inWords = (key, value) => {
    if (INSTANT.test(value)) return new Date(value).toLocaleString(window.pageLanguage, { dateStyle: 'medium', timeStyle: 'short' });
    if (NAMES.includes(key) && /^[A-Z][A-Z_]+$/.test(value)) {
      const words = value.toLowerCase().replaceAll('_', ' ');
      return words[0].toUpperCase() + words.slice(1);
    }
    return value;
  };

  /** Shows times and names in words, beside the values themselves, on which conditions of the form may rest. */
  const makeReadable = (components, data) => {
    for (const component of components ?? []) {
      const value = data[component.key];
      if (component.readonly && typeof value === 'string' && inWords(component.key, value) !== value) {
        data[component.key + SHOWN] = inWords(component.key, value);
        component.key += SHOWN;
      }
      makeReadable(component.components, data);
    }
  };

  // What the form itself says of a field, as it says it, and under which name the page has words for it.
  const OWN_WORDS = [
    [/^Field is required\.$/, 'required'],
    [/^Field must have maximum length of (\d+)\.$/, 'longest'],
    [/^Field must match pattern .*$/s, 'pattern'],
    [/^Field must be a valid email\.$/, 'email'],
  ];

  const speakTheReadersLanguage = validator => {
    for (const rule of ['validateField', 'validateFieldInstance']) {
      const inEnglish = validator[rule].bind(validator);
      validator[rule] = (...field) => inEnglish(...field).map(said => {
        const [pattern, name] = OWN_WORDS.find(([known]) => known.test(said)) ?? [];
        return name ? window.words(name, ...said.match(pattern).slice(1)) : said;
      });
    }
  };

  const typed = () => {
    const { data } = form._getState();
    return Object.fromEntries(keys.filter(key => data[key] !== undefined).map(key => [key, data[key]]));
  };

  const save = async () => {
    clearTimeout(saving);
    saving = undefined;
    if (!dirty || sending) return;
    dirty = false;
    const answer = await window.deskFetch(`${address}/draft`, asJson('PUT', { answers: typed(), ...prints }));
    if (answer.ok) {
      const { savedAt } = await answer.json();
      show('saved', window.words('draftKept', new Date(savedAt).toLocaleTimeString(window.pageLanguage, { hour: '2-digit', minute: '2-digit' })));
    } else {
      dirty = true;
      show('saved', await reasonOf(answer));
    }
  };

  const saveSoon = () => {
    const now = JSON.stringify(typed());
    // Also a form that is only shown says that it has changed.
    if (now === kept) return;
    kept = now;
    dirty = true;
    clearTimeout(saving);
    saving = setTimeout(() => save().catch(() => { dirty = true; show('saved', UNREACHABLE); }), PAUSE);
  };

  const draftNote = (words, canUse) => {
    document.getElementById('draft-words').textContent = words;
    document.querySelector('[data-draft=use]').hidden = !canUse;
    document.getElementById('draft').hidden = false;
  };

  const useDraft = (schema, data, draft) => form.importSchema(schema, { ...data, ...draft.answers });

  const load = async () => {
    const answer = await window.deskFetch(`${address}/form`);
    if (!answer.ok) {
      show('loading', null);
      show('refusal', await reasonOf(answer));
      return;
    }
    const { schema, data, draft, ...rest } = await answer.json();
    prints = rest;
    keys = fieldsOf(schema.components);
    makeReadable(schema.components, data);
    // With its usual delay the form forgets what was typed last when it draws itself anew meanwhile.
    form = new window.FormViewer.Form({ container: document.getElementById('form'), debounce: false });
    speakTheReadersLanguage(form.get('validator'));
    await form.importSchema(schema, data);
    if (draft) {
      const at = new Date(draft.savedAt).toLocaleString(window.pageLanguage, { dateStyle: 'medium', timeStyle: 'short' });
      if (draft.stale) {
        draftNote(window.words('draftStale', at, draft.stale), true);
      } else {
        await useDraft(schema, data, draft);
        draftNote(window.words('draftRestored', at), false);
      }
    }
    form.setProperty('readOnly', !editable);
    show('loading', null);
    document.getElementById('send').hidden = !editable;
    kept = JSON.stringify(typed());
    form.on('changed', () => { if (!sending && editable) saveSoon(); });

    document.getElementById('draft').addEventListener('click', async ({ target }) => {
      if (target.dataset.draft === 'use') {
        await useDraft(schema, data, draft);
        draftNote(window.words('draftUsed'), false);
        kept = '';
        saveSoon();
      } else if (target.dataset.draft === 'drop') {
        clearTimeout(saving);
        dirty = false;
        await window.deskFetch(`${address}/draft`, { method: 'DELETE' });
        await form.importSchema(schema, data);
        clearTimeout(saving);
        kept = JSON.stringify(typed());
        dirty = false;
        document.getElementById('draft').hidden = true;
        show('saved', window.words('draftDropped'));
      }
    });
  };

  const send = async () => {
    if (!editable || !form || sending) return;
    const { data, errors } = form.submit();
    const answers = Object.fromEntries(Object.entries(data).filter(([key]) => !key.endsWith(SHOWN)));
    if (Object.keys(errors).length > 0) {
      const note = show('refusal', window.words('notSent'));
      // The form marks its fields only after this.
      requestAnimationFrame(() => requestAnimationFrame(() =>
        (document.querySelector('#form .fjs-has-errors :is(input, textarea, select):not([type=hidden])') ?? note).focus()));
      return;
    }
    sending = true;
    document.querySelector('[data-send]').disabled = true;
    show('refusal', null);
    show('saved', window.words('sending'));
    try {
      const answer = await window.deskFetch(`${address}/completion`, asJson('POST', { answers, from }));
      if (answer.ok) {
        dirty = false;
        clearTimeout(saving);
        const { next, said } = await answer.json();
        sessionStorage.setItem('desk-said', said);
        location.assign(next);
        return;
      }
      show('refusal', await reasonOf(answer)).focus();
    } catch {
      show('refusal', UNREACHABLE).focus();
    }
    sending = false;
    document.querySelector('[data-send]').disabled = false;
    show('saved', null);
    dirty = true;
    save().catch(() => { dirty = true; });
  };

  document.querySelector('[data-send]').addEventListener('click', send);
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  });

  const breathe = async () => {
    const answer = await window.deskFetch(`${address}/presence`, { method: 'POST' });
    if (!answer.ok) return;
    const { others, assignee, end } = await answer.json();
    show('others', others.length === 0 ? null : window.words(others.length === 1 ? 'other' : 'others', others.join(', ')));
    if (end) {
      await save();
      show('end', window.words('kept', end));
      document.getElementById('send').hidden = true;
      form?.setProperty('readOnly', true);
    } else if (assignee && editable) {
      show('problem', window.words('taken', assignee));
    }
  };

  const said = sessionStorage.getItem('desk-said');
  if (said) {
    sessionStorage.removeItem('desk-said');
    show('saved', said);
    document.getElementById('send').hidden = false;
  }
  const breath = setInterval(() => breathe().catch(() => {}), BREATH);
  breathe().catch(() => {});
  window.addEventListener('pagehide', () => {
    clearInterval(breath);
    if (dirty && !sending) {
      window.deskFetch(`${address}/draft`, { ...asJson('PUT', { answers: typed(), ...prints }), keepalive: true });
    }
    window.deskFetch(`${address}/presence`, { method: 'DELETE', keepalive: true });
  });
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });

  load().catch(() => {
    show('loading', null);
    show('refusal', window.words('noForm'));
  });
})();
