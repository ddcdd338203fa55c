/* Saves a form while one types, by the same request that its button makes. Without it the buttons do. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const status = form.querySelector("[data-autosave-status]");
  const version = form.querySelector("input[name=version]");
  let waiting = 0;
  let sending = false;

  async function save() {
    if (sending) return later();
    sending = true;
    const data = new FormData(form);
    for (const file of form.querySelectorAll("input[type=file]")) data.delete(file.name);
    try {
      const answer = await fetch(form.action || location.href, {
        method: "POST", body: data, redirect: "error", headers: { "X-Saved-As-Typed": "1" },
      });
      if (!answer.ok) throw new Error(answer.status);
      const told = await answer.json();
      version.value = told.version;
      status.textContent = told.saved;
    } catch {
      status.textContent = status.dataset.unsaved;
    } finally {
      sending = false;
    }
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(save, 1500);
  }

  form.addEventListener("input", (event) => {
    if (event.target.type !== "file") later();
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    if (!sending) return;
    // The version is on its way: send the form when it has come.
    event.preventDefault();
    const button = event.submitter;
    const wait = setInterval(() => {
      if (sending) return;
      clearInterval(wait);
      form.requestSubmit(button);
    }, 50);
  });
})();
