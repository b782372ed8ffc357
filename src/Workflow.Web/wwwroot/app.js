// Everything works without this file. It adds: dialogs on older browsers, sending once, live regions, previews, keys.
(() => {
  'use strict';
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const offKey = 'keys-off';

  // Only our own pages are ever made into HTML, and only here; the content policy knows no other way.
  const ours = globalThis.trustedTypes?.createPolicy('own-pages', { createHTML: html => html }) ?? { createHTML: html => html };

  // Dialogs: <button commandfor="id" command="show-modal">. Newer browsers do this themselves.
  if (!('commandForElement' in HTMLButtonElement.prototype)) {
    document.addEventListener('click', event => {
      const button = event.target.closest('button[commandfor]');
      const target = button && document.getElementById(button.getAttribute('commandfor'));
      if (!target) return;
      if (button.getAttribute('command') === 'show-modal') target.showModal();
      else if (button.getAttribute('command') === 'close') target.close();
    });
  }
  document.addEventListener('click', event => {
    const dialog = event.target;
    if (dialog instanceof HTMLDialogElement && dialog.open && !dialog.hasAttribute('data-stay')) {
      const box = dialog.getBoundingClientRect();
      const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
      if (!inside && event.detail > 0) dialog.close();
    }
  });

  // Asking first: data-confirm on a form or on the button that sends it.
  let asked = null;
  function confirmFirst(form, submitter) {
    const ask = one('#ask'), question = submitter?.dataset.confirm ?? form.dataset.confirm;
    if (!question || !ask || asked === form) { asked = null; return true; }
    one('[data-question]', ask).textContent = question;
    ask.returnValue = '';
    ask.onclose = () => {
      if (ask.returnValue !== 'yes') return;
      asked = form;
      form.requestSubmit(submitter ?? undefined);
    };
    ask.showModal();
    return false;
  }

  // Sending once. A form with data-send goes by fetch, so that a broken line is said and can be tried again
  // with the same idempotency key; every other form is only kept from being sent twice.
  document.addEventListener('submit', event => {
    const form = event.target, submitter = event.submitter;
    if (event.defaultPrevented) return;
    if (form.method === 'dialog') return;
    if (form.dataset.sending) { event.preventDefault(); return; }
    if (!confirmFirst(form, submitter)) { event.preventDefault(); return; }
    form.dataset.dirty = '';
    if (form.method !== 'post') return;
    form.dataset.sending = '1';
    const byFetch = form.hasAttribute('data-send');
    if (byFetch) event.preventDefault();
    const body = byFetch ? new FormData(form, submitter) : null;
    hold(form, submitter, true);
    if (byFetch) send(form, submitter, body);
  });
  function hold(form, submitter, busy) {
    setTimeout(() => {
      for (const button of form.elements) if (button.type === 'submit') button.disabled = busy;
      if (busy) submitter?.setAttribute('aria-busy', 'true'); else submitter?.removeAttribute('aria-busy');
      if (!busy) delete form.dataset.sending;
    });
  }
  async function send(form, submitter, body) {
    try {
      const answer = await fetch(submitter?.hasAttribute('formaction') ? submitter.formAction : form.action, { method: 'POST', body, redirect: 'follow' });
      if (answer.status >= 502 && answer.status <= 504) throw new TypeError('gateway');
      const page = new DOMParser().parseFromString(ours.createHTML(await answer.text()), 'text/html');
      if (answer.redirected) history.pushState({ swapped: true }, '', answer.url);
      document.title = page.title;
      document.body.replaceWith(document.adoptNode(page.body));
      scrollTo(0, 0);
      start();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      hold(form, submitter, false);
      say(form, one('#texts').dataset.unsent);
    }
  }
  addEventListener('popstate', () => location.reload());
  function say(form, sentence) {
    let note = one('.flash[data-unsent]', form);
    if (!note) {
      note = document.createElement('p');
      note.className = 'flash warn';
      note.dataset.unsent = '';
      note.setAttribute('role', 'alert');
      form.prepend(note);
    }
    note.textContent = sentence;
    note.scrollIntoView({ block: 'nearest' });
  }
  addEventListener('pageshow', event => {
    if (event.persisted) for (const form of all('form[data-sending]')) hold(form, one('[aria-busy]', form), false);
  });

  // Text not yet saved is not lost by a stray click.
  document.addEventListener('input', event => {
    const form = event.target.form;
    if (form?.hasAttribute('data-guard')) form.dataset.dirty = '1';
    if (form?.dataset.previewUrl) preview(form);
    grow(event.target);
  });
  addEventListener('beforeunload', event => {
    if (all('form[data-guard]').some(form => form.dataset.dirty === '1')) event.preventDefault();
  });

  // A preview follows the typing: the form is posted whole, an older answer never overwrites a newer one.
  const previews = new WeakMap();
  function preview(form) {
    const before = previews.get(form);
    clearTimeout(before?.timer);
    const state = { timer: setTimeout(run, 600), stop: before?.stop };
    previews.set(form, state);
    async function run() {
      state.stop?.abort();
      state.stop = new AbortController();
      const target = one(form.dataset.previewTarget);
      target?.setAttribute('aria-busy', 'true');
      try {
        const answer = await fetch(form.dataset.previewUrl, { method: 'POST', body: new FormData(form), signal: state.stop.signal, headers: { 'X-Fragment': '1' } });
        if (answer.ok && target) swap(target, await answer.text());
        target?.removeAttribute('aria-busy');
      } catch (error) {
        if (error.name !== 'AbortError') target?.removeAttribute('aria-busy');
      }
    }
  }

  // A live region asks again while the page is seen; it is left alone while somebody types or reads a dialog in it.
  function live(region) {
    const every = Math.max(5, Number(region.dataset.refreshSeconds) || 30) * 1000;
    let tag = region.dataset.refreshTag ?? '', timer = 0, failures = 0;
    const plan = () => { clearTimeout(timer); timer = setTimeout(tick, every * Math.min(8, 2 ** failures)); };
    async function tick() {
      if (!region.isConnected) return;
      if (document.hidden || busy(region)) { plan(); return; }
      try {
        const answer = await fetch(region.dataset.refreshUrl, { headers: { 'If-None-Match': tag, 'X-Fragment': '1' }, cache: 'no-store' });
        if (answer.redirected || (answer.status >= 400 && answer.status < 500)) return;
        failures = answer.ok || answer.status === 304 ? 0 : failures + 1;
        if (answer.status === 200) { tag = answer.headers.get('ETag') ?? ''; swap(region, await answer.text()); }
      } catch { failures++; }
      plan();
    }
    document.addEventListener('visibilitychange', () => { if (!document.hidden && region.isConnected) tick(); });
    plan();
  }
  function busy(region) {
    const here = document.activeElement;
    return (region.contains(here) && here.matches('input:not([type=checkbox]), textarea, select')) || one('dialog[open]', region) !== null
      || all('input[type=checkbox]:checked', region).length > 0;
  }
  function swap(region, html) {
    const here = document.activeElement;
    const key = region.contains(here) ? (here.id ? '#' + CSS.escape(here.id) : here.getAttribute('href') && `[href="${CSS.escape(here.getAttribute('href'))}"]`) : null;
    const shut = all('details[id]:not([open])', region).map(details => details.id);
    const page = document.createElement('template');
    page.innerHTML = ours.createHTML(html);
    for (const id of shut) one('#' + CSS.escape(id), page.content)?.removeAttribute('open');
    region.replaceChildren(page.content);
    if (key) one(key, region)?.focus({ preventScroll: true });
    roles(region);
  }

  // Tables shown as cards keep the roles that a changed display would take from them.
  function roles(root) {
    for (const table of all('table.cards', root)) {
      table.setAttribute('role', 'table');
      for (const part of all('thead, tbody', table)) part.setAttribute('role', 'rowgroup');
      for (const row of all('tr', table)) row.setAttribute('role', 'row');
      for (const cell of all('th', table)) cell.setAttribute('role', 'columnheader');
      for (const cell of all('td', table)) cell.setAttribute('role', 'cell');
    }
  }

  const growsItself = CSS.supports('field-sizing', 'content');
  function grow(box) {
    if (growsItself || box.tagName !== 'TEXTAREA') return;
    box.style.height = 'auto';
    box.style.height = box.scrollHeight + 2 + 'px';
  }

  // Ticking one box for many; the count beside it says how many are ticked.
  document.addEventListener('change', event => {
    const box = event.target;
    if (box.dataset.all) for (const other of all(`input[name="${box.dataset.all}"]`)) other.checked = box.checked;
    if (box.hasAttribute('data-go')) box.form.requestSubmit();
    const name = box.dataset.all ?? box.name;
    for (const count of all(`[data-count-of="${name}"]`)) count.textContent = all(`input[name="${name}"]:checked`).length;
  });

  // From a finding to the line of the text that it is about.
  document.addEventListener('click', event => {
    const place = event.target.closest('[data-line]'), line = Number(place?.dataset.line), box = line && one('textarea.text');
    if (!box) return;
    const lines = box.value.split('\n'), from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    box.focus();
    const length = Number(place.dataset.length), start = from + (length ? Number(place.dataset.from) : 0);
    box.setSelectionRange(start, length ? start + length : from + (lines[line - 1] ?? '').length);
    box.scrollTop = box.scrollHeight * (line - 1) / lines.length - box.clientHeight / 3;
    scrollTo({ top: box.getBoundingClientRect().top + scrollY + box.scrollHeight * (line - 1) / lines.length - innerHeight / 3 });
  });

  // Keys. Single letters can be switched off in the help (WCAG 2.1.4) and never act while somebody types.
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('input, textarea, select, [contenteditable]') || one('dialog[open]')) return;
    if (localStorage.getItem(offKey) && event.key !== '?') return;
    const act = { j: () => step(1), k: () => step(-1), '/': () => one('[data-find]'), '?': () => one('#keys') }[event.key]
      ?? (() => one(`[data-key="${CSS.escape(event.key)}"]`));
    const target = act();
    if (!target) return;
    event.preventDefault();
    if (target instanceof HTMLDialogElement) target.showModal();
    else if (target.dataset.key) target.click();
    else { target.focus(); target.select?.(); }
  });
  function step(by) {
    const items = all('[data-list] a.item, [data-list] tbody a.row-link');
    const here = items.indexOf(document.activeElement);
    const from = here >= 0 ? here : items.findIndex(item => item.hasAttribute('aria-current'));
    return from < 0 ? items[0] : items[Math.max(0, Math.min(items.length - 1, from + by))];
  }
  document.addEventListener('change', event => {
    if (event.target.id !== 'keys-on') return;
    if (event.target.checked) localStorage.removeItem(offKey); else localStorage.setItem(offKey, '1');
  });

  function start() {
    roles(document);
    for (const box of all('textarea')) grow(box);
    for (const region of all('[data-refresh-url]')) live(region);
    const keysOn = one('#keys-on');
    if (keysOn) keysOn.checked = !localStorage.getItem(offKey);
    for (const button of all('[data-print]')) { button.hidden = false; button.onclick = () => print(); }
    for (const dialog of all('dialog[data-open]:not([open])')) {
      one('.body', dialog).prepend(...all('main > .flash[role=alert]'));
      dialog.showModal();
    }
    one('[data-focus]')?.focus();
  }
  start();
})();
