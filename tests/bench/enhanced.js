// The baseline that benchmarks are held against: the prerendered checklist with a few dozen lines of plain JavaScript. Status selects,
// counts by group and party, storage, search. No reviews, no history, no links, no languages.
const STATUSES = [...document.querySelectorAll('.filter-option .option-label')].slice(0, 9).map((label) => label.textContent.trim());
const KEY = 'enhanced';
const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
const rows = [...document.querySelectorAll('.row[data-obligation]')];
const counts = STATUSES.map(() => 0);
const counted = [...document.querySelectorAll('.filter-option .count')].slice(0, 9);
const choice = document.createElement('select');
choice.append(...STATUSES.map((word, number) => new Option(word, String(number))));
for (const cell of document.querySelectorAll('.grid .cell')) {
  const select = choice.cloneNode(true);
  select.dataset.duty = cell.dataset.duty;
  select.setAttribute('aria-label', `Status, ${cell.textContent.trim()}`);
  select.value = stored[cell.dataset.duty] ?? '0';
  counts[select.value] += 1;
  select.now = select.value;
  cell.replaceWith(select);
}
const show = () => counts.forEach((count, number) => (counted[number].textContent = count));
show();
document.querySelector('.grid').addEventListener('change', ({ target }) => {
  counts[target.now] -= 1;
  counts[target.value] += 1;
  target.now = target.value;
  stored[target.dataset.duty] = target.value;
  localStorage.setItem(KEY, JSON.stringify(stored));
  show();
});
const texts = rows.map((row) => row.textContent.toLowerCase());
document.querySelector('.search input').addEventListener('input', ({ target }) => {
  const words = target.value.toLowerCase().split(/\s+/).filter(Boolean);
  rows.forEach((row, number) => (row.hidden = !words.every((word) => texts[number].includes(word))));
});
document.querySelector('.grid').addEventListener('click', (event) => {
  const link = event.target.closest('[data-open]');
  if (!link) return;
  event.preventDefault();
  const row = link.closest('.row');
  const pane = document.querySelector('.pane');
  pane.replaceChildren(Object.assign(document.createElement('h2'), { textContent: link.textContent }));
  pane.append(Object.assign(document.createElement('p'), { textContent: row.querySelector('.text').textContent }));
});
document.documentElement.dataset.ready = '';
