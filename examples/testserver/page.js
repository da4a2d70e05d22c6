'use strict';

// Asks the server every second what it received. Everything is written with
// textContent, so nothing that a client sent is ever read as markup.
const find = (id) => document.getElementById(id);
const whole = new Set(['status', 'requested', 'type']);
let last = '';

function make(name, text, className) {
  const node = document.createElement(name);
  if (text !== undefined) node.textContent = text;
  if (className) node.className = className;
  return node;
}

function fillTable(id, rows, columns) {
  find(id).tBodies[0].replaceChildren(...rows.map((row) => {
    const line = make('tr');
    line.append(...columns.map((column) => make('td', row[column], whole.has(column) ? 'whole' : '')));
    return line;
  }));
  find(id).closest('.scroll').hidden = rows.length === 0;
  find(`${id}-none`).hidden = rows.length !== 0;
}

// fillLog keeps open what the reader opened.
function fillLog(entries, total) {
  const open = new Set([...document.querySelectorAll('#log details[open]')].map((node) => node.dataset.number));
  find('log').replaceChildren(...entries.map((entry, i) => {
    const details = make('details');
    details.dataset.number = String(total - i);
    details.open = open.has(details.dataset.number);
    const summary = make('summary');
    const good = entry.status >= 200 && entry.status < 300;
    summary.append(make('span', entry.time, 'time'), make('span', entry.line, 'line'),
      make('span', entry.note, good ? 'good' : 'bad'));
    details.append(summary, make('pre', entry.details));
    const item = make('li');
    item.append(details);
    return item;
  }));
  find('log-none').hidden = entries.length !== 0;
}

function show(data) {
  find('url').textContent = data.url;
  for (const name of ['requests', 'created', 'updated']) find(name).textContent = data[name];
  fillTable('sessions', data.sessions, ['id', 'topic', 'customer', 'company', 'status', 'requested', 'message']);
  fillTable('users', data.users, ['id', 'name', 'userName', 'type']);
  fillLog(data.log, data.requests);
}

async function refresh() {
  try {
    const response = await fetch('received.json');
    if (!response.ok) throw new Error(response.statusText);
    const text = await response.text();
    if (text !== last) show(JSON.parse(text));
    last = text;
    find('state').textContent = 'Live.';
    find('state').className = '';
  } catch (err) {
    find('state').textContent = 'The server does not answer.';
    find('state').className = 'bad';
  }
  setTimeout(refresh, 1000);
}

refresh();
