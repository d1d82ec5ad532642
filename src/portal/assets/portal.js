/* Optional niceties. Every page works without this file. */
const root = document.documentElement;
root.classList.add('js');
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

const counter =
  window.Intl && Intl.Segmenter ? new Intl.Segmenter('zh', { granularity: 'grapheme' }) : null;
const lengthOf = (text) => (counter ? [...counter.segment(text)].length : [...text].length);
each('[data-limit]', (field) => {
  const told = document.getElementById(`${field.id}-count`);
  if (!told) return;
  const tell = () => {
    const left = Number(field.dataset.limit) - lengthOf(field.value);
    const words = left < 0 ? told.dataset.over : told.dataset.left;
    told.textContent = words.replace('#', String(Math.abs(left)));
    told.classList.toggle('over', left < 0);
  };
  field.addEventListener('input', tell);
  if (field.value) tell();
});

each('form[data-autosave]', (form) => {
  let waiting = 0;
  const told = form.querySelector('[data-saved]');
  const save = () => {
    waiting = 0;
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') typed.append(name, value);
    typed.set('do', 'autosave');
    fetch(form.action, { method: 'POST', body: typed, credentials: 'same-origin' })
      .then((answer) => {
        if (answer.ok && told) told.textContent = form.dataset.autosave;
      })
      .catch(() => undefined);
  };
  form.addEventListener('input', () => {
    if (told) told.textContent = '';
    clearTimeout(waiting);
    waiting = setTimeout(save, 2500);
  });
  form.addEventListener('submit', () => clearTimeout(waiting));
});

each('form[data-once]', (form) => {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
    setTimeout(() => (sent = false), 8000);
  });
});

const shrink = async (file, side) => {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 700000) return file;
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  if (!blob || blob.size >= file.size) return file;
  return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
};
each('input[type=file][data-shrink]', (field) => {
  field.addEventListener('change', async () => {
    try {
      const before = [...field.files];
      const list = new DataTransfer();
      for (const file of before) list.items.add(await shrink(file, 2400));
      const smaller = before.some((file, index) => list.files[index].size < file.size);
      field.files = list.files;
      const told = field.form.querySelector('[data-shrunk]');
      if (told && smaller) told.textContent = told.dataset.shrunk;
    } catch {
      /* The photograph is sent whole. */
    }
  });
});

each('[data-switch=elder]', (button) => {
  button.addEventListener('click', (event) => {
    event.preventDefault();
    const on = root.classList.toggle('elder');
    document.cookie = `elder=${on ? 1 : 0};path=/;max-age=31536000;samesite=lax`;
    const other = button.dataset.other;
    button.dataset.other = button.textContent;
    button.textContent = other;
  });
});

each('[data-print]', (button) => button.addEventListener('click', () => window.print()));
const first = document.querySelector('[data-focus]');
if (first) first.focus();
