// Sharing a page: what the phone offers, else its address is copied. No service of others is asked.

/** Shows the button, which without a script could do nothing. */
export function share() {
  const button = document.querySelector("[data-share]");
  if (!button) return;
  button.hidden = false;
  button.onclick = async () => {
    const url = location.origin + location.pathname;
    try {
      if (navigator.share) return await navigator.share({ title: document.title, url });
      await navigator.clipboard.writeText(url);
      button.textContent = button.dataset.share;
    } catch {
      // Closed without sharing, or the browser does not allow copying: the address bar remains.
    }
  };
}
