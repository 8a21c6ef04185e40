document.querySelector("main").textContent = await (await fetch("/api/name")).text();
