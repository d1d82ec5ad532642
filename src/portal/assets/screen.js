/* The calling screen: told of changes, it asks for the board. It shows numbers and nothing else. */
const { live, board, go, again, waiting, spoken, carried, language } = document.body.dataset;
const list = document.querySelector('.calls');
const none = document.querySelector('.none');
const away = document.querySelector('.away');
const count = document.querySelector('.waiting');
const voice = document.querySelector('button');

let heard = new Set([...list.querySelectorAll('.number')].map((each) => `${each.textContent} 1`));
let speaking = false;
if (window.speechSynthesis) {
  voice.hidden = false;
  voice.addEventListener('click', () => {
    speaking = !speaking;
    voice.textContent = speaking ? voice.dataset.silent : voice.dataset.sound;
    voice.setAttribute('aria-pressed', String(speaking));
  });
}
/* Digits one by one, as people read them from their paper. */
const speak = ({ label, place }) => {
  if (!speaking) return;
  const digits = [...label].join(' ');
  const words = spoken.replace('{label}', digits).replace('{place}', place);
  const said = new SpeechSynthesisUtterance(words);
  said.lang = language;
  said.rate = 0.85;
  window.speechSynthesis.speak(said);
};

const element = (name, kind, text) => {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.textContent = text;
  return made;
};
const show = (calls) => {
  const keys = new Set(calls.map(({ label, times }) => `${label} ${times}`));
  const lines = calls.map((call) => {
    const isNew = !heard.has(`${call.label} ${call.times}`);
    const line = document.createElement('li');
    line.classList.toggle('new', isNew);
    const place = element('span', 'place', go.replace('{place}', call.place));
    if (call.times > 1) place.append(element('small', '', again.replace('{times}', call.times)));
    if (call.numberedOn)
      place.append(element('small', '', carried.replace('{day}', call.numberedOn)));
    line.append(element('span', 'number', call.label), place);
    if (isNew) speak(call);
    return line;
  });
  list.replaceChildren(...lines);
  none.hidden = calls.length > 0;
  heard = keys;
};

let asking = false;
let askAgain = false;
const look = async () => {
  askAgain = true;
  if (asking) return;
  asking = true;
  while (askAgain) {
    askAgain = false;
    try {
      const answer = await fetch(board, { credentials: 'omit' });
      if (answer.status === 404) {
        location.reload();
        return;
      }
      const { calls, waiting: tickets } = await answer.json();
      show(calls);
      count.textContent = waiting.replace('{count}', tickets);
    } catch {
      /* The stream tells when the network is back. */
    }
  }
  asking = false;
};

const source = new EventSource(live);
source.addEventListener('open', () => {
  away.hidden = true;
  void look();
});
source.addEventListener('change', () => void look());
source.addEventListener('reset', () => void look());
source.addEventListener('ended', () => location.reload());
source.addEventListener('error', () => {
  away.hidden = false;
  if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
});
/* Those who talk leave the screen, and so does what was never told. */
setInterval(look, 30000);
