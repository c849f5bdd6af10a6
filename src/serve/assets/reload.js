// Only in the preview: loads the page again when its bytes changed, and shows what is wrong.
const shown = document.currentScript.dataset.shown;
const events = new EventSource(`/_ocop/events?page=${location.pathname}`);

events.addEventListener("shown", (event) => {
  const next = JSON.parse(event.data);
  if (next.id !== shown) {
    location.reload();
    return;
  }
  document.getElementById("ocop-problems")?.remove();
  document.body.insertAdjacentHTML("beforeend", next.overlay);
});

// A page that is left keeps its connection otherwise, and a browser has only six for a server.
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", (event) => event.persisted && location.reload());
