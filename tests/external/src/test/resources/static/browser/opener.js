// As a client of OAuth does: a popup on another site, which tells by a message how it went.
addEventListener("message", (event) => { document.title = "told " + event.data; });
const popup = open(new URLSearchParams(location.search).get("popup"));
setInterval(() => { if (popup.closed && document.title === "opener") { document.title = "severed"; } }, 50);
