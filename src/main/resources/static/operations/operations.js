'use strict';

// While incidents are retried, shows how it goes; at the end the page is loaded again, since the incidents have changed.
(() => {
  const PAUSE = 2000;
  const shown = document.getElementById('commands');
  if (!shown || !shown.dataset.running) return;

  const look = async () => {
    try {
      const answer = await fetch(shown.dataset.address, { headers: { Accept: 'text/html' } });
      if (answer.ok && !answer.redirected) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const now = page.getElementById('commands');
        if (now && !now.dataset.running) {
          location.reload();
          return;
        }
        if (now) {
          shown.replaceChildren(...now.children);
          window.writeTimes(shown);
        }
      }
    } catch (e) {
      // Away for a moment; asked again.
    }
    setTimeout(look, PAUSE);
  };
  setTimeout(look, PAUSE);
})();
