'use strict';

// Writes every time of the page in the reader's own zone; without it they stand there in the partner's zone.
// Also gives scripts the words of the page, which stand in templates in the reader's language.
(() => {
  const MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
  const words = Object.assign({}, ...[...document.querySelectorAll('template.words')].map(each => ({ ...each.dataset })));
  window.words = (name, ...values) => (words[name] ?? name).replace(/\{(\d)\}/g, (gap, at) => values[at] ?? gap);
  const language = document.documentElement.lang === 'de' ? 'de-DE' : 'en-GB';
  window.pageLanguage = language;

  const moment = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  const zoned = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: undefined });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  const span = seconds => {
    if (seconds < HOUR) return window.words('minutes', Math.max(1, Math.floor(seconds / MINUTE)));
    if (seconds < DAY) return window.words('hours', Math.floor(seconds / HOUR), Math.floor(seconds % HOUR / MINUTE));
    const days = Math.floor(seconds / DAY);
    const hours = Math.floor(seconds % DAY / HOUR);
    return days === 1 ? window.words('day', hours) : window.words('days', days, hours);
  };

  const left = at => {
    const seconds = Math.round((at - Date.now()) / 1000);
    return seconds < 0 ? window.words('late', span(-seconds)) : window.words('in', span(seconds));
  };

  const write = element => {
    const at = new Date(element.dateTime);
    // A day is the same day everywhere.
    if (isNaN(at) || !element.dateTime.includes('T')) return;
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
