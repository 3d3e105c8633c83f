'use strict';

// Writes every time of the page in the reader's own zone; without it they stand there in the partner's zone.
(() => {
  const MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
  const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  const zoned = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: undefined });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  const span = seconds => {
    if (seconds < HOUR) return `${Math.max(1, Math.floor(seconds / MINUTE))} min`;
    if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h ${Math.floor(seconds % HOUR / MINUTE)} min`;
    const days = Math.floor(seconds / DAY);
    return `${days} ${days === 1 ? 'day' : 'days'} ${Math.floor(seconds % DAY / HOUR)} h`;
  };

  const left = at => {
    const seconds = Math.round((at - Date.now()) / 1000);
    return seconds < 0 ? `${span(-seconds)} late` : `in ${span(seconds)}`;
  };

  const write = element => {
    const at = new Date(element.dateTime);
    if (isNaN(at)) return;
    const countdown = element.dataset.countdown;
    if (countdown === undefined) {
      element.textContent = moment.format(at);
    } else {
      element.textContent = countdown === 'both' ? `${left(at)} (${moment.format(at)})` : left(at);
      element.classList.toggle('is-late', at < Date.now());
      element.classList.toggle('is-open', at >= Date.now());
    }
    element.title = `${zoned.format(at)}, ${zone}`;
  };

  const writeAll = root => root.querySelectorAll('time[datetime]').forEach(write);
  window.writeTimes = writeAll;
  writeAll(document);
  setInterval(() => document.querySelectorAll('time[data-countdown]').forEach(write), 30000);
})();
