const image = document.querySelector("img");
image.onload = () => { document.title = "width " + image.naturalWidth; };
image.onerror = () => { document.title = "no image"; };
image.src = new URLSearchParams(location.search).get("image");
