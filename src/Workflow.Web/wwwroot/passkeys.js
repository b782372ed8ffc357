// Passkeys: a form that carries a challenge is sent with the authenticator's answer to it. Without WebAuthn such forms stay hidden.
(() => {
  'use strict';
  const possible = window.PublicKeyCredential?.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (!possible) continue;
    form.hidden = false;
    form.addEventListener('submit', async event => {
      const field = form.elements.namedItem('Credential');
      if (field.value) return;
      event.preventDefault();
      event.stopPropagation();
      const failed = form.querySelector('[data-passkey-failed]');
      failed.hidden = true;
      try {
        const options = JSON.parse(form.dataset.options);
        const answer = form.dataset.passkey === 'create'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        field.value = JSON.stringify(answer.toJSON());
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
})();
